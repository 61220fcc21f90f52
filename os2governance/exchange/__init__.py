"""Exchange of documents that others own: OS2's reports, evaluations and form; publiccode.yml."""

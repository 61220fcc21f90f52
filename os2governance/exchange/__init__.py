"""OS2's own documents, read: reports, evaluations, the form's JSON, publiccode.yml."""

"""Documents of others: OS2's reports, evaluations and form, and publiccode.yml, in and out."""

"""Everything wrong or doubtful in files; one module a family of findings."""

"""Results as text, JSON, Markdown, SARIF; one folder a subject, one module a format."""

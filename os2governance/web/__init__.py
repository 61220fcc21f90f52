"""Self-assessment in the browser: a local server with pages that need no scripts."""

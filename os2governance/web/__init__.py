"""Self-assessment in the browser: a local server whose pages work without scripts."""

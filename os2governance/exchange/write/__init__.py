"""Our files and the layouts of others, written."""

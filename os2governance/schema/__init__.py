"""Whether a file has its schema; if not, why, in plain words."""

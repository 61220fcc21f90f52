"""What `check` does: paths, settings, comparison, fixes, cache."""

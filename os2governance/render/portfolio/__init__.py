"""The figures of all products."""

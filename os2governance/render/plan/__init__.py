"""The plan for the next level."""

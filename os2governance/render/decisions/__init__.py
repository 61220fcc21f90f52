"""The decision log, and what follows from a decision."""

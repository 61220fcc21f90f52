"""A finding, and the catalogue of every code that one can have."""

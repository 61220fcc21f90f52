"""A governance model: its files, versions and inheritance."""

"""Findings, as people and as tools read them."""

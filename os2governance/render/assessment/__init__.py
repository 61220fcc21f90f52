"""Levels, outcomes and traces of products."""

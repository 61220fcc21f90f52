"""Figures over all products."""

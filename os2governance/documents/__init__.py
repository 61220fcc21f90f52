"""Bytes to plain values with positions and back: YAML and JSON."""

"""The engine's version, which every machine-readable output names."""

VERSION = "0.2.0"

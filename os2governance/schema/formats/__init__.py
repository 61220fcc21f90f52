"""The JSON Schemas of the files, as Python data."""

"""The only access to the file system."""

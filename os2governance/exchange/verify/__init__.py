"""Published figures, recounted from their own rows."""

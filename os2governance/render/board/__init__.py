"""The board's papers."""

"""The round of a half-year: how far each product is."""

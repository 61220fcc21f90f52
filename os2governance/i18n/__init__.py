"""Danish and English text, numbers, dates and symbols."""

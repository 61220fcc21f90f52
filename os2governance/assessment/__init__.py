"""Facts, answer and record to the outcome of a criterion, and outcomes to levels."""

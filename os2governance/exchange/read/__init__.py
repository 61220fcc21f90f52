"""Documents that others wrote, read into ours."""

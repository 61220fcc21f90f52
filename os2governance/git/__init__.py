"""The only access to git: plumbing that knows no product."""

"""Models: criteria, versions, impact, migration."""

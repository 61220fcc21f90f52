"""What time alone will change."""

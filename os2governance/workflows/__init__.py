"""What each command does, without a terminal: read, call, return a result."""

"""What is seen: one file a format. Views only show; what was typed is escaped here."""

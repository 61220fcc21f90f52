"""What an import or a recount found."""

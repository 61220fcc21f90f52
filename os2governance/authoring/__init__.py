"""Changes to declarations and records, proposed before they are written."""

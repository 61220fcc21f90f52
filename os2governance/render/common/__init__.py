"""What several subjects are rendered with: blocks, layout, findings, papers."""

"""How far self-assessments, rules and evaluations agree."""

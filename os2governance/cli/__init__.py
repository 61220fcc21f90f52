"""How people reach the engine: one file a command. Clock, environment and terminal live here."""

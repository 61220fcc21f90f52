"""The command line: options, terminal and exit codes; one file a command."""

"""Reading the bureau's tables in: whole or not at all, with the line and the reason."""

"""同步: what is safe at the bureau, what is on its way, and how to cure what is stuck."""

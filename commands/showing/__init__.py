"""What the demo and the tour are made of: a bureau on this machine, made-up findings, a line that can be cut."""

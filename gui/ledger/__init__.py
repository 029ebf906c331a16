"""问题台账: the list of findings, and the pane beside it."""

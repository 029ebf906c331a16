"""本页帮助: the help of the screen in front, at the right of it, without a network."""

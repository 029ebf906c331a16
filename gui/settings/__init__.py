"""设置: few choices, each applied at once."""

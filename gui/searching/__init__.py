"""The search box over every page, and the panel that drops under it."""

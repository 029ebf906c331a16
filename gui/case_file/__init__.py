"""一事一档: the full page of one finding."""

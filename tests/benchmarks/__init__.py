"""How quick it is, as ratios to a minimal twin in the same run: `make bench`."""

"""Photos on screen: taking them in, looking at them."""

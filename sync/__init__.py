"""How two journals agree: wire format, exchange, photo exchange. No Qt, no tables."""

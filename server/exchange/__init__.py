"""The server's half of the exchange: taking a batch of entries, judging each once, and handing out what is new."""

"""Logging findings and keeping the ledger of them."""

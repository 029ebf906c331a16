"""Signing in, switching users, locking: several people on one laptop, and no work lost."""

"""The bureau's server: sign-in, scope, the exchange, photos, reference data and their administration."""

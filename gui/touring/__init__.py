"""Drives the real windows through the life of a finding, as four hands would, and checks every step."""

"""The steps of a finding after it was logged, one dialog each."""

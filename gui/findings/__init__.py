"""登记问题: the form in which a finding is logged, completed and corrected."""

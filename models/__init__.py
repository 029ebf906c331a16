"""What is true: entries, their sum, the workflow, the tables and the questions asked of them."""

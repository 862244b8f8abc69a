"""What is derived from the records and kept in step with them, by one mechanism."""

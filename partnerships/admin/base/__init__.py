"""What every kind of record has in common in the back-office, beyond its form."""

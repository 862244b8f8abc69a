"""A record as its lines in a fixture: taken, understood, compared, put in order, written back."""

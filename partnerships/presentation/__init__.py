"""How texts, names, dates and values of records are shown: with their language, linked where the public may go."""

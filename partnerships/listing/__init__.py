"""What a reader asks of a list: parameters, filters, which records they leave, one page of them at a time."""

"""The kinds of record, their parts, and the one snapshot of a record."""

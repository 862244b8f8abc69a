"""The register in a spreadsheet: given out as CSV or XLSX, read again, and proposed as whoever read it may.

A table is a kind of record or of part, a row one of them, a column one field: a line of a fixture laid out flat.
"""

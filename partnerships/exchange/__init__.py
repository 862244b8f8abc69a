"""The register as fixtures: read, checked, planned, written, taken back, and given out again.

Everything that is wrong is found before anything is written, and is said at once with its place.
"""

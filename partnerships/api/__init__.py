"""The read-only interface for programs: the register as JSON."""

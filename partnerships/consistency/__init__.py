"""What is missing, doubtful or contradictory in the register."""

from .findings import Finding, Severity
from .register import check_register

__all__ = ["Finding", "Severity", "check_register"]

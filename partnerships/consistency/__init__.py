"""What is missing, doubtful or contradictory in the register."""

from .findings import Finding, Severity
from .register import check_register
from .rules import RULES

__all__ = ["RULES", "Finding", "Severity", "check_register"]

"""What is missing, doubtful or contradictory in the register."""

from .findings import Finding, Severity
from .register import check_register
from .rules import RULES
from .settling import open_findings, reopen, settle

__all__ = ["RULES", "Finding", "Severity", "check_register", "open_findings", "reopen", "settle"]

"""Offices: who held what on a day, how surely, and by virtue of what."""

from .answer import Answer, ByVirtueOf, Holder
from .holders import holders
from .spans import service

__all__ = ["Answer", "ByVirtueOf", "Holder", "holders", "service"]

"""Which steps between draft, review and the public somebody may take with a record."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser

from partnerships.models import SEEN, Publication, Record
from partnerships.records.kinds import record_of

from .roles import PUBLISHERS


def is_protected(record: Any) -> bool:
    """Whether only a reviewer may change `record`: the public sees it, or saw it."""
    whole = record_of(record) if record is not None else None
    return whole is not None and whole.publication in SEEN


def is_fresh(record: Any) -> bool:
    """Whether `record` is a draft that the public never saw."""
    whole = record_of(record)
    return whole.publication == Publication.DRAFT and whole.published_at is None  # pyright: ignore[reportOptionalMemberAccess]


def steps(user: AbstractUser | AnonymousUser, record: Record) -> list[str]:
    """Return the steps that `user` may take with `record` now."""
    reviewer = user.has_perm(PUBLISHERS)
    onwards = ["publish", "schedule", "unschedule"] if reviewer else []
    found: dict[str, list[str]] = {
        Publication.DRAFT: ["submit", *onwards],
        Publication.IN_REVIEW: ["return", *onwards],
        Publication.PUBLISHED: ["withdraw"] if reviewer else [],
        Publication.WITHDRAWN: ["return", "publish"] if reviewer else [],
    }
    return found.get(record.publication, [])


def first_steps(user: AbstractUser | AnonymousUser) -> list[str]:
    """Return the steps that `user` may take with a record that is not saved yet."""
    return ["submit", *(["publish"] if user.has_perm(PUBLISHERS) else [])]

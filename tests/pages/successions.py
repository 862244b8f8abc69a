"""Somebody who held an office, for tests of what pages say of successions."""

from tests.factories import PUBLISHED, PersonFactory, TenureFactory


def served(office, name, period, **fields):
    return TenureFactory(
        office=office, person=PersonFactory(name=name, **PUBLISHED), period=period, **fields, **PUBLISHED
    )

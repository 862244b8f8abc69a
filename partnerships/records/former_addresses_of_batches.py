"""The former addresses that a batch made, given or passed on, so that its undo finds those of before."""

from collections.abc import Iterable
from typing import Any

from partnerships.models import Change, FormerAddress
from partnerships.records.snapshot.entries import ADDRESS_FIELDS

KIND = FormerAddress._meta.model_name or ""

#: The key of the record that each former address leads to, by kind, language and slug.
Addresses = dict[tuple[str, str, str], str]


def all_addresses() -> Addresses:
    rows = FormerAddress.objects.values_list("kind", "language", "slug", "key")
    return {(kind, language, slug): key for kind, language, slug, key in rows}


def address_changes(before: Addresses, after: Addresses, **common: Any) -> list[Change]:
    """Return one change for each address that leads elsewhere than before."""
    return [
        Change(
            kind=KIND,
            key=after.get(address) or before[address],
            action=action_between(before.get(address), after.get(address)),
            before=address_lines(address, before.get(address)),
            after=address_lines(address, after.get(address)),
            **common,
        )
        for address in sorted(before.keys() | after.keys())
        if before.get(address) != after.get(address)
    ]


def action_between(before: object, after: object) -> str:
    """Return what a change did, by what stood before it and after it; None for nothing."""
    if before is None:
        return Change.Action.CREATE
    return Change.Action.DELETE if after is None else Change.Action.UPDATE


def address_lines(address: tuple[str, str, str], key: str | None) -> list[dict] | None:
    kind, language, slug = address
    values = {"kind": kind, "key": key, "language": language, "slug": slug}
    fields = {name: values[name] for name in ADDRESS_FIELDS}
    return None if key is None else [{"model": FormerAddress._meta.label_lower, "fields": fields}]


def addresses_without(now: Addresses, done: Iterable[Change], deleted: set[tuple[str, str]]) -> Addresses:
    """Return the addresses as they are without the changes `done` and without those of records `deleted`.

    What leads elsewhere since those changes stays as it is.
    """
    wanted = {address: key for address, key in now.items() if (address[0], key) not in deleted}
    for change in done:
        (address, after), (_same, before) = (
            read_address_change(change.after, change.before),
            read_address_change(change.before, change.after),
        )
        if now.get(address) == after:
            wanted.pop(address, None)
            wanted.update({address: before} if before else {})
    return wanted


def read_address_change(
    told: list[dict] | None, otherwise: list[dict] | None
) -> tuple[tuple[str, str, str], str | None]:
    """Return the address that a change is about, and the key that it led to as `told`."""
    fields = (told or otherwise or [])[0]["fields"]
    return (fields["kind"], fields["language"], fields["slug"]), fields["key"] if told else None


def keep_only(wanted: Addresses) -> None:
    """Leave exactly the former addresses that are `wanted`."""
    wanted = dict(wanted)
    for address in FormerAddress.objects.all():
        key = wanted.pop(address.natural_key(), None)
        if key is None:
            address.delete()
        elif key != address.key:
            FormerAddress.objects.filter(pk=address.pk).update(key=key)
    FormerAddress.objects.bulk_create(
        FormerAddress(kind=kind, language=language, slug=slug, key=key)
        for (kind, language, slug), key in wanted.items()
    )

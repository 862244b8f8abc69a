"""The addresses that a record loses: those that the public ever saw lead on for ever."""

from typing import Any

from django.db.models import Model, QuerySet

from partnerships.models import SEEN, AddressedRecord, ErrorReport, FormerAddress
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import kind_of

#: What the addresses of a record are made of, and what says whether the public ever saw them.
ADDRESS_COLUMNS = ("key", *(f"slug_{language}" for language in LANGUAGES), "publication", "published_at")


def keep_former_addresses(model: type[Model], before: dict[str, Any], now: dict[str, Any]) -> None:
    """Remember the addresses that a record loses, if the public ever saw them: they redirect for ever.

    Those that it lost before follow its key, and what readers report of it.
    """
    kind = kind_of(model)
    is_renamed = before["key"] != now["key"]
    if is_renamed:
        for rows in (FormerAddress.objects, ErrorReport.objects):
            rows.filter(kind=kind, key=before["key"]).update(key=now["key"])
    if not before["published_at"] and before["publication"] not in SEEN:
        return
    for language in LANGUAGES:
        slug = before[f"slug_{language}"]
        lost = {slug} if slug and slug != now[f"slug_{language}"] else set()
        for address in lost | ({before["key"]} if is_renamed else set()):
            FormerAddress.objects.update_or_create(
                kind=kind, language=language, slug=address, defaults={"key": now["key"]}
            )


def addresses_of(model: type[Model], ids: list[int]) -> dict[int, dict[str, Any]]:
    if not issubclass(model, AddressedRecord):
        return {}
    return {row["pk"]: row for row in QuerySet(model).filter(pk__in=ids).values("pk", *ADDRESS_COLUMNS)}

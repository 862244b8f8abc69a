"""What a form offers to choose from: read and written once under each content version, and kept in the process."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.template.defaultfilters import capfirst
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from partnerships.folding import fold
from partnerships.kept_in_process import Shelf
from partnerships.models import Partner, Record
from partnerships.presentation.languages import language_now
from partnerships.projections import version
from partnerships.records.kinds import ON_THE_TIMELINE
from partnerships.records.titles import titles
from partnerships.records.visibility import is_public, shown_column

#: A form offers no more records than this.
MOST_OPTIONS = 200
#: What all that is kept may weigh, in options.
CAPACITY = 20_000


@dataclass(frozen=True)
class Option:
    """One value that a form offers, in words, with the language they are in."""

    value: str
    text: str
    language: str
    chosen: bool = False
    #: How many lines are found with it; nothing where they are not counted.
    number: int | None = None

    @cached_property
    def html(self) -> SafeString:
        """The option as it stands in a form; it is kept for the pages of one language."""
        lang = format_html(' lang="{}"', self.language) if self.language != language_now() else ""
        chosen = SafeString(" selected") if self.chosen else ""
        text = capfirst(self.text) if self.number is None else f"{capfirst(self.text)} ({self.number})"
        return format_html('<option value="{}"{}{}>{}</option>', self.value, lang, chosen, text)


@dataclass(frozen=True)
class Offer:
    """What a form offers for one parameter while nothing is chosen: its options, and the same as they stand there."""

    options: tuple[Option, ...]
    html: SafeString


kept: Shelf[Offer] = Shelf(CAPACITY)
#: Single options with their places in the order of names.
known: Shelf[tuple[tuple[str, str], Option]] = Shelf(CAPACITY)


def offer(name: str, make: Callable[[], Iterable[Option]]) -> Offer:
    """Return what is offered under `name` in the language of the page; `make` reads it where it is not kept."""

    def made() -> Offer:
        options = tuple(make())
        return Offer(options, options_html(options))

    return kept.having((version.stamp(), name, language_now()), made, lambda offer: len(offer.options) + 1)


def options_html(options: Iterable[Option]) -> SafeString:
    """Return some options as they stand in a form."""
    return mark_safe("".join(option.html for option in options))  # noqa: S308  each is escaped


def kinds() -> list[Option]:
    """Return the kinds of lines, by what they are called."""
    named = [(name, str(kind.model._meta.verbose_name_plural)) for name, kind in ON_THE_TIMELINE.items()]
    return [Option(name, text, language_now()) for name, text in sorted(named, key=lambda one: fold(one[1]))]


def records(model: type[Record]) -> QuerySet:
    """Return the published records of `model` in the order in which a form offers them."""
    language = language_now()
    if model is Partner:
        partners = Partner.objects.published().select_related("state", "organization")
        return partners.order_by(shown_column(f"state__sort_{language}"), "key")
    return model.objects.published().order_by(f"sort_{language}", "key")


def options(found: Iterable[Any]) -> list[Option]:
    """Return the options of some records; partners of one name stand with their organisations."""
    found, language = list(found), language_now()
    apart = of_one_name(one for one in found if isinstance(one, Partner))
    options = []
    for record in found:
        text, spoken = titles(record, language)[0]
        words = f"{text} ({apart[record].label(spoken)})" if record in apart else text
        options.append(Option(record.key, words, spoken))
    return options


def those(model: type[Record], keys: Iterable[str]) -> list[Option]:
    """Return the options of the records with these keys, in the order of their names; each is read once."""
    language = language_now()
    under = version.stamp(), language, model
    found = {key: known.get((*under, key)) for key in keys}
    missing = [key for key, one in found.items() if one is None]
    several = list(records(model).filter(key__in=missing)) if missing else []
    for record, option in zip(several, options(several), strict=True):
        placed = found[option.value] = (getattr(record, f"sort_{language}"), option.value), option
        known.put((*under, option.value), placed, 1)
    return [option for _place, option in sorted((one for one in found.values() if one), key=lambda one: one[0])]


def of_one_name(partners: Iterable[Partner]) -> dict:
    """Return the organisations that tell those of `partners` apart that bear the same name."""
    named = [(partner, str(titles(partner, language_now()))) for partner in partners]
    numbers = Counter(name for _partner, name in named)
    return {
        partner: partner.organization
        for partner, name in named
        if numbers[name] > 1 and is_public(partner.organization)
    }

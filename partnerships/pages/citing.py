"""How a record, or a state of it on a day, is cited: in words, and as reference managers read it."""

import json
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships import dates
from partnerships.addresses import permanent
from partnerships.kept_in_process import Shelf
from partnerships.models import Record
from partnerships.models.base import LANGUAGES
from partnerships.own_site import publisher_by_itself
from partnerships.projections import version
from partnerships.records.kinds import KINDS, kind_of
from partnerships.records.titles import called_in, titles

from .line_by_itself import line_of

#: The forms that reference managers read, each with its type.
TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}

#: What of an office can be cited beside itself, as the parameter `of` says it.
SUCCESSION = "succession"

#: The number of a version, and the day on which it came to be.
editions: Shelf[tuple[int, date | None]] = Shelf(8)
#: What every citation says of the register, on a day and under a version.
said_of_the_register: Shelf[dict[str, str]] = Shelf(64)

_LATEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    # BibTeX counts braces before LaTeX reads them, with a stroke before them or not: one alone would end the field.
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True)
class CitedRecord:
    """What is cited: a record as the register has it in one of its versions, or as it says it was on a day."""

    kind: str
    key: str
    title: str
    title_language: str
    address: str
    language: str
    on: date | None
    consulted: date
    version: int
    changed: date | None
    #: Which part of the record it is: a line, by its moment, or its succession.
    part: str = ""
    #: The day that was set beside the first.
    beside: date | None = None

    @property
    def name(self) -> str:
        """The title, with the days that it is cited for."""
        days = [_day(day, self.language) for day in (self.on, self.beside) if day is not None]
        said = {"title": self.title, "day": days[0] if days else "", "other": days[-1] if days else ""}
        with override(self.language):
            if not days:
                return self.title
            if self.title.endswith(")"):
                # Two brackets would stand side by side.
                both = _("%(title)s, as of %(day)s and as of %(other)s")
                return (both if len(days) > 1 else _("%(title)s, as of %(day)s")) % said
            both = _("%(title)s (as of %(day)s and as of %(other)s)")
            return (both if len(days) > 1 else _("%(title)s (as of %(day)s)")) % said

    @property
    def register(self) -> str:
        """What the whole is called that this is a part of."""
        with override(self.language):
            return _("Register of partnerships")

    @property
    def publisher(self) -> str:
        with override(self.language):
            return publisher_by_itself()

    @property
    def edition(self) -> str:
        with override(self.language):
            if self.changed is None:
                return _("version %(number)d") % {"number": self.version}
            day = _day(self.changed, self.language)
            return _("version %(number)d of %(day)s") % {"number": self.version, "day": day}


@dataclass(frozen=True)
class AskedCitation:
    """What of a record is to be cited: all of it, its state on a day, one of its lines, its succession."""

    on: date | None = None
    moment: str = ""
    succession: bool = False
    beside: date | None = None

    @property
    def query(self) -> str:
        """The query by which it is asked for, and that its permanent address carries."""
        given = {
            "on": self.on and self.on.isoformat(),
            "and": self.beside and self.beside.isoformat(),
            "line": self.moment,
            "of": SUCCESSION if self.succession else "",
        }
        found = urlencode({name: value for name, value in given.items() if value})
        return f"?{found}" if found else ""


#: The record as it is.
WHOLE = AskedCitation()


def _edition() -> tuple[int, date | None]:
    changed = version.changed_at()
    return version.content_version(), dates.day_of(changed) if changed else None


def cited_record(record: Record, language: str, site: str, asked: AskedCitation = WHOLE) -> CitedRecord:
    """Return what is to be said by whoever cites what is `asked` of `record` in `language`.

    Raises `LookupError` for a line that the record has not.
    """
    number, changed = editions.having(version.stamp(), _edition, lambda _found: 1)
    days = (asked.on, asked.on) if asked.on else None
    title, title_language = called_in(record, language, days), titles(record, language, days)[0][1]
    if asked.moment:
        line = line_of(record, asked.moment, language)
        if line is None:
            raise LookupError(asked.moment)
        with override(language):
            # The day is part of what is quoted: it stands behind, as elsewhere.
            title = f"{line.title} ({line.when})"
    elif asked.succession:
        with override(language):
            title = _("Succession: %(office)s") % {"office": title}
    elif KINDS[kind_of(record)].named_by == ("state",):
        # It bears the name of its State, which can be cited as well.
        with override(language):
            title = f"{title} ({record._meta.verbose_name})"
    return CitedRecord(
        kind=kind_of(record),
        key=record.key,
        title=title,
        title_language=title_language,
        address=f"{site}{permanent(record)}{asked.query}",
        language=language,
        on=asked.on,
        consulted=dates.today(),
        version=number,
        changed=changed,
        part=asked.moment or (SUCCESSION if asked.succession else ""),
        beside=asked.beside,
    )


def citation_in_words(one: CitedRecord) -> str:
    """Return the citation as a sentence, in its language."""
    return _sentence(one) % {**_said(one), "title": _quoted(one) % one.name, "address": one.address}


def citation_html(one: CitedRecord, permanent_address: str) -> SafeString:
    """Return the same sentence as it stands on a page in its language, the address as a link."""
    lang = format_html(' lang="{}"', one.title_language) if one.title_language != one.language else ""
    before, after = _quoted(one).split("%s")
    parts = {
        **_said(one),
        "title": format_html("{}<cite{}>{}</cite>{}", before, lang, one.name, after),
        "address": format_html('<a href="{}">{}</a>', permanent_address, one.address),
    }
    # The sentence is ours, and in braces what stands in it.
    return format_html(_sentence(one) % {name: f"{{{name}}}" for name in parts}, **parts)


def _sentence(one: CitedRecord) -> str:
    with override(one.language):
        return _("%(publisher)s, %(title)s, %(register)s, %(version)s, %(address)s, accessed on %(day)s.")


def _quoted(one: CitedRecord) -> str:
    return "«\u00a0%s\u00a0»" if one.language == "fr" else "“%s”"


def _said(one: CitedRecord) -> dict[str, str]:
    def said() -> dict[str, str]:
        return {
            "publisher": one.publisher,
            "register": one.register,
            "version": one.edition,
            "day": _day(one.consulted, one.language),
        }

    under = one.language, one.consulted, one.version, one.changed, settings.PUBLISHER
    return said_of_the_register.having(under, said, lambda _found: 1)


def bibtex(one: CitedRecord) -> str:
    """Return the citation for BibTeX."""
    fields = {
        "title": f"{{{one.name.translate(_LATEX)}}}",
        "author": f"{{{one.publisher.translate(_LATEX)}}}",
        "publisher": one.publisher.translate(_LATEX),
        "howpublished": one.register.translate(_LATEX),
        "edition": one.edition.translate(_LATEX),
        "url": one.address,
        "urldate": one.consulted.isoformat(),
        "langid": {"fr": "french", "en": "english"}[one.language],
        **({"year": str(one.changed.year), "date": one.changed.isoformat()} if one.changed else {}),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{_tag(one)},\n{lines}\n}}\n"


def ris(one: CitedRecord) -> str:
    """Return the citation for reference managers that read RIS."""
    fields = [
        ("TY", "ELEC"),
        ("ID", _tag(one)),
        ("TI", one.name),
        ("T2", one.register),
        ("AU", one.publisher),
        ("PB", one.publisher),
        *([("PY", str(one.changed.year)), ("DA", f"{one.changed:%Y/%m/%d}")] if one.changed else []),
        ("ET", one.edition),
        ("UR", one.address),
        ("Y2", f"{one.consulted:%Y/%m/%d}"),
        ("LA", one.language),
        ("ER", ""),
    ]
    return "".join(f"{name}  - {' '.join(value.split())}\r\n" for name, value in fields)


def csl(one: CitedRecord) -> str:
    """Return the citation as CSL-JSON."""
    item: dict[str, object] = {
        "id": _tag(one),
        "type": "webpage",
        "title": one.name,
        "container-title": one.register,
        "author": [{"literal": one.publisher}],
        "publisher": one.publisher,
        # The number alone: styles write the word before it.
        "version": str(one.version),
        "URL": one.address,
        "language": one.language,
        "accessed": _parts(one.consulted),
    }
    if one.changed:
        item["issued"] = _parts(one.changed)
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


#: What writes each of the forms.
WRITTEN = {"bib": bibtex, "ris": ris, "csl": csl}


def in_every_language(record: Record, site: str, asked: AskedCitation = WHOLE) -> list[tuple[str, str]]:
    """Return the citations in words, each with its language."""
    return [(language, citation_in_words(cited_record(record, language, site, asked))) for language in LANGUAGES]


def _tag(one: CitedRecord) -> str:
    days = (day.isoformat() for day in (one.on, one.beside) if day is not None)
    parts = ["register", one.kind, one.key, one.part, *days, one.language]
    return "-".join(part for part in parts if part)


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _day(day: date, language: str) -> str:
    return dates.word(dates.parse_moment(day.isoformat()), language)

"""How a record, or a state of it on a day, is cited: in words, and as reference managers read it."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships import dates
from partnerships.addresses import permanent
from partnerships.models import Record
from partnerships.models.base import LANGUAGES
from partnerships.projections import version
from partnerships.records.kinds import kind_of
from partnerships.records.titles import titles

from .one_line import line_of

#: The forms that reference managers read, each with its type.
TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl": "application/vnd.citationstyles.csl+json",
}

#: What of an office can be cited beside itself, as the parameter `of` says it.
SUCCESSION = "succession"

_LATEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"}
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
    changed: datetime | None
    #: Which part of the record it is: a line, by its moment, or its succession.
    part: str = ""

    @property
    def name(self) -> str:
        """The title, with the day that it is cited for."""
        if self.on is None:
            return self.title
        with override(self.language):
            return _("%(title)s (as of %(day)s)") % {"title": self.title, "day": _day(self.on, self.language)}

    @property
    def publisher(self) -> str:
        with override(self.language):
            return _("Register of partnerships")

    @property
    def edition(self) -> str:
        with override(self.language):
            if self.changed is None:
                return _("version %(number)d") % {"number": self.version}
            day = _day(self.changed.date(), self.language)
            return _("version %(number)d of %(day)s") % {"number": self.version, "day": day}


@dataclass(frozen=True)
class AskedCitation:
    """What of a record is to be cited: all of it, its state on a day, one of its lines, its succession."""

    on: date | None = None
    moment: str = ""
    succession: bool = False

    @property
    def query(self) -> str:
        """The query by which it is asked for, and that its permanent address carries."""
        given = {
            "on": self.on and self.on.isoformat(),
            "line": self.moment,
            "of": SUCCESSION if self.succession else "",
        }
        found = urlencode({name: value for name, value in given.items() if value})
        return f"?{found}" if found else ""


#: The record as it is.
WHOLE = AskedCitation()


def cited_record(record: Record, language: str, site: str, asked: AskedCitation = WHOLE) -> CitedRecord:
    """Return what is to be said by whoever cites what is `asked` of `record` in `language`.

    Raises `LookupError` for a line that the record has not.
    """
    days = (asked.on, asked.on) if asked.on else None
    several = titles(record, language, days)
    title, title_language = record.label_separator.join(text for text, _found in several), several[0][1]
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
    return CitedRecord(
        kind=kind_of(record),
        key=record.key,
        title=title,
        title_language=title_language,
        address=f"{site}{permanent(record)}{asked.query}",
        language=language,
        on=asked.on,
        consulted=dates.today(),
        version=version.content_version(),
        changed=version.changed_at(),
        part=asked.moment or (SUCCESSION if asked.succession else ""),
    )


def citation_in_words(one: CitedRecord) -> str:
    """Return the citation as a sentence, in its language."""
    with override(one.language):
        quoted = f"«\u00a0{one.name}\u00a0»" if one.language == "fr" else f"“{one.name}”"
        return _("%(publisher)s, %(title)s, %(version)s, %(address)s, accessed on %(day)s.") % {
            "publisher": one.publisher,
            "title": quoted,
            "version": one.edition,
            "address": one.address,
            "day": _day(one.consulted, one.language),
        }


def bibtex(one: CitedRecord) -> str:
    """Return the citation for BibTeX."""
    fields = {
        "title": f"{{{one.name.translate(_LATEX)}}}",
        "author": f"{{{one.publisher.translate(_LATEX)}}}",
        "publisher": one.publisher.translate(_LATEX),
        "edition": one.edition.translate(_LATEX),
        "url": one.address,
        "urldate": one.consulted.isoformat(),
        "langid": {"fr": "french", "en": "english"}[one.language],
        **({"year": str(one.changed.year), "date": one.changed.date().isoformat()} if one.changed else {}),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{_tag(one)},\n{lines}\n}}\n"


def ris(one: CitedRecord) -> str:
    """Return the citation for reference managers that read RIS."""
    fields = [
        ("TY", "ELEC"),
        ("ID", _tag(one)),
        ("TI", one.name),
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
        "container-title": one.publisher,
        "author": [{"literal": one.publisher}],
        "publisher": one.publisher,
        "version": one.edition,
        "URL": one.address,
        "language": one.language,
        "accessed": _parts(one.consulted),
    }
    if one.changed:
        item["issued"] = _parts(one.changed.date())
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


#: What writes each of the forms.
WRITTEN = {"bib": bibtex, "ris": ris, "csl": csl}


def in_every_language(record: Record, site: str, asked: AskedCitation = WHOLE) -> list[tuple[str, str]]:
    """Return the citations in words, each with its language."""
    return [(language, citation_in_words(cited_record(record, language, site, asked))) for language in LANGUAGES]


def _tag(one: CitedRecord) -> str:
    parts = ["register", one.kind, one.key, one.part, one.on.isoformat() if one.on else "", one.language]
    return "-".join(part for part in parts if part)


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _day(day: date, language: str) -> str:
    return dates.word(dates.parse_moment(day.isoformat()), language)

"""What the register itself writes where people write comments: kept as it was worded, and worded anew for each reader.

A comment is kept as one text, whoever wrote it. Those that the register writes (what was restored, merged, imported)
would stay in the language of whoever acted, or of the server, so they are recognised, in either language, and said in
that of the reader; what a person wrote, also behind such a sentence, stays as it is.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from django.utils import formats, timezone
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnerships.kept_in_process import remembered
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import KINDS, record_named

RESTORED = _("Restored: the text of %(at)s.")
RESTORED_BEFORE = _("Restored: the text before the change of %(at)s.")
MERGED = _("Merged: “%(goes)s” (%(key)s) into “%(stays)s” (%(into)s).")
FROM_SPREADSHEET = _("From the spreadsheet %(name)s")
TRANSLATED = _("Translation")
SUCCEEDED = _("Succeeded by %(person)s.")
MAY_NO_LONGER = _("%(name)s, who set the moment, may no longer publish.")
CHANGED_SINCE_SET = _("It was changed after the time was set. Look at it again, and set the time anew:")
NAMES_UNPUBLISHED = _("It names records that are not published:")
NAMES_WITHDRAWN = _("It names records that are withdrawn:")
NEEDS_NAME = _("It needs a title or a name first, in French or in English:")
NEEDS_DATE = _("It needs its date or period first, as far as it is known:")
WROTE_ALONE = _(
    "Nobody but you has written these. Submit them for review, or give the reason for publishing them alone:"
)
RECORD_GONE = _("The record is no longer in the register: nothing can be accepted.")
CHANGED_SINCE_OPENED = _(
    "The record, or what is proposed, has changed since you opened this page. Look again, then decide."
)
WOULD_NAME_UNPUBLISHED = _("The record would name what is not published. Tick what is to be published with it:")
#: Why something did not go public at its moment, as whoever called `publish_due` was told; records may be named behind.
OBSTACLES = (
    MAY_NO_LONGER,
    CHANGED_SINCE_SET,
    NAMES_UNPUBLISHED,
    NAMES_WITHDRAWN,
    NEEDS_NAME,
    NEEDS_DATE,
    WROTE_ALONE,
    RECORD_GONE,
    CHANGED_SINCE_OPENED,
    WOULD_NAME_UNPUBLISHED,
)
#: Behind these, whoever acted may have said more.
OPEN_ENDED = (MERGED, *OBSTACLES)
SENTENCES = (RESTORED, RESTORED_BEFORE, MERGED, FROM_SPREADSHEET, TRANSLATED, SUCCEEDED, *OBSTACLES)
#: A record as an obstacle names it.
CALLED = re.compile(r"(?<![\w/])(?P<kind>[a-z]+)/(?P<key>[\w-]+)")
#: A day and an hour as `DATETIME_FORMAT` has them in either language.
MOMENT = re.compile(r"(?P<day>\d{1,2})(?:er)?\s(?P<month>\w+)\s(?P<year>\d{4})\D+(?P<hour>\d\d)\D+(?P<minute>\d\d)")


def moment_in_words(at: datetime) -> str:
    return formats.date_format(at.astimezone(timezone.get_current_timezone()), "DATETIME_FORMAT")


def worded_anew(comment: str, named: Mapping[str, str] | None = None) -> str:
    """Return a comment in the active language, if the register wrote it; else as it is.

    `named` has what records are called to the reader, in place of what they were called to whoever acted.
    """
    if moment := _moment_anew(comment):
        return moment
    if (found := own_sentence(comment)) is None:
        return comment
    sentence, told, behind = found
    if "at" in told:
        told["at"] = _moment_anew(told["at"]) or told["at"]
    if sentence in OBSTACLES:
        behind = CALLED.sub(_called_anew, behind)
    return str(sentence) % {**told, **(named or {})} + behind


def _called_anew(found: re.Match[str]) -> str:
    """Return what the record is called that an obstacle names by its key; the key itself where there is none."""
    record = record_named(found["kind"], found["key"]) if found["kind"] in KINDS else None
    return f"{record} ({record._meta.verbose_name})" if record is not None else found[0]


def own_sentence(comment: str) -> tuple[Promise | str, dict[str, str], str] | None:
    """Return which sentence of the register a comment is, of what it tells, and what stands behind; None for others."""
    for number, sentence in enumerate(SENTENCES):
        for language in LANGUAGES:
            if found := _pattern(number, language).match(comment):
                return sentence, found.groupdict(), comment[found.end() :]
    return None


@remembered()
def _pattern(number: int, language: str) -> re.Pattern[str]:
    """Return what finds a sentence as it is worded in `language`, with what it says of."""
    with override(language):
        parts = re.split(r"%\((\w+)\)s", str(SENTENCES[number]))
    whole = "".join(f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(whole + (r"(?= |\Z)" if SENTENCES[number] in OPEN_ENDED else r"\Z"), re.DOTALL)


def _moment_anew(text: str) -> str:
    """Return a day and an hour in the active language; nothing for any other text."""
    found = MOMENT.fullmatch(text)
    if found is None:
        return ""
    for language in LANGUAGES:
        with override(language):
            months = [str(name).lower() for name in MONTHS.values()]
        if found["month"].lower() in months:
            year, day, hour, minute = (int(found[name]) for name in ("year", "day", "hour", "minute"))
            month, here = months.index(found["month"].lower()) + 1, timezone.get_current_timezone()
            try:
                at = datetime(year, month, day, hour, minute, tzinfo=here)
            except ValueError:
                return ""
            return formats.date_format(at, "DATETIME_FORMAT")
    return ""

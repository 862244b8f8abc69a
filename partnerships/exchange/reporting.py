"""An import said in words, and as JSON for scripts."""

import json
import unicodedata
from collections.abc import Iterator
from os.path import commonprefix
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.records.snapshot.import_steps import CREATE, UNCHANGED, UPDATE, Step, of_action

from .importing import ImportOutcome

SHOWN = 200
#: So much of a text is shown before the place where it begins to differ, and twice as much from there.
AROUND = 20
#: What the eye does not see of a text: controls, marks, and blanks.
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def as_lines(outcome: ImportOutcome) -> Iterator[str]:
    """Yield the report: what changes, per record and field, then the counts."""
    for step in outcome.changes:
        yield from step_lines(step)
    yield from map(str, outcome.notes)
    yield counts(outcome)
    if outcome.published and outcome.batch is None:
        yield _("This publishes or changes published records (%(count)s): --apply needs --as USER.") % {
            "count": len(outcome.published)
        }


def step_lines(step: Step) -> Iterator[str]:
    yield f"{LABELS[step.action]()} {step.entry.name}"
    if step.action == UPDATE:
        for name, (before, after) in step.fields.items():
            yield f"    {name}: {change(before, after)}"


LABELS = {CREATE: lambda: _("create"), UPDATE: lambda: _("update"), UNCHANGED: lambda: _("unchanged")}


def change(before: Any, after: Any) -> str:
    """Return what a value was and is to be; where both read alike, what stands where they begin to differ."""
    one, other = value(before), value(after)
    if one == other and before is not None and after is not None:
        one, other = str(before), str(after)
        begin = max(len(commonprefix([one, other])) - AROUND, 0)
        one, other = _piece(one, begin), _piece(other, begin)
    return f"{one} -> {other}"


def _piece(text: str, begin: int) -> str:
    """Return what stands in a text from `begin` on, with a code for each blank that is no space."""
    piece = text[begin : begin + 3 * AROUND]
    coded = "".join(_code(sign) if unicodedata.category(sign) in UNSEEN and sign != " " else sign for sign in piece)
    return f"“{'…' if begin else ''}{coded}{'…' if begin + len(piece) < len(text) else ''}”"


def _code(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def value(given: Any) -> str:
    """Return one value of a plan on one line."""
    text = " ".join(str(given).split()) if given is not None else "–"
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def counts(outcome: ImportOutcome) -> str:
    conflicts = len(outcome.conflicts)
    return _("%(create)s to create, %(update)s to update, %(unchanged)s unchanged, %(conflicts)s.") % {
        **{action: len(of_action(outcome.steps, action)) for action in (CREATE, UPDATE, UNCHANGED)},
        "conflicts": ngettext("%(count)s conflict", "%(count)s conflicts", conflicts) % {"count": conflicts},
    }


def as_data(outcome: ImportOutcome) -> dict:
    """Return the report for scripts."""
    return {
        "files": outcome.files,
        "create": [step.as_dict() for step in of_action(outcome.steps, CREATE)],
        "update": [step.as_dict() for step in of_action(outcome.steps, UPDATE)],
        "unchanged": [step.as_dict() for step in of_action(outcome.steps, UNCHANGED)],
        "conflicts": [finding.as_dict() for finding in outcome.conflicts],
        "findings": [finding.as_dict() for finding in outcome.findings],
        "notes": [note.as_dict() for note in outcome.notes],
        "published": outcome.published,
        "batch": outcome.batch,
    }

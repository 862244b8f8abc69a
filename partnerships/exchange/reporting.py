"""An import said in words, and as JSON for scripts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnerships.records.snapshot.import_steps import CREATE, UNCHANGED, UPDATE, Step, of_action

from .importing import ImportOutcome

SHOWN = 200


def as_lines(outcome: ImportOutcome) -> Iterator[str]:
    """Yield the report: what changes, per record and field, then the counts."""
    for step in outcome.changes:
        yield from step_lines(step)
    yield counts(outcome)
    if outcome.published and outcome.batch is None:
        yield _("This publishes or changes published records (%(count)s): --apply needs --as USER.") % {
            "count": len(outcome.published)
        }


def step_lines(step: Step) -> Iterator[str]:
    yield f"{LABELS[step.action]()} {step.entry.name}"
    if step.action == UPDATE:
        for name, (before, after) in step.fields.items():
            yield f"    {name}: {value(before)} -> {value(after)}"


LABELS = {CREATE: lambda: _("create"), UPDATE: lambda: _("update"), UNCHANGED: lambda: _("unchanged")}


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
        "published": outcome.published,
        "batch": outcome.batch,
    }

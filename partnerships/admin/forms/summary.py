"""What is wrong in a form, listed at its head: each error leads to its field, or to what a step asks for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnerships.models import Picture


@dataclass(frozen=True)
class Problem:
    """One error: where it stands, what its field is called (both empty where it is of none), and the sentence."""

    anchor: str
    label: str
    sentence: str


def problems(form: Any, formsets: Iterable[Any]) -> list[Problem]:
    """Return the errors of the fields of a form and of its parts, in their order."""
    found = [*_of_the_whole(form), *_of(form, "")]
    for inline in formsets:
        formset = inline.formset
        anchor = f"{formset.prefix}-group"
        name = str(capfirst(formset.model._meta.verbose_name))
        plural = str(capfirst(formset.model._meta.verbose_name_plural))
        found += [Problem(anchor, plural, sentence) for sentence in _sentences(formset.non_form_errors())]
        for number, row in enumerate(formset.forms if formset.is_bound else (), start=1):
            prefix = _("%(part)s %(number)s") % {"part": name, "number": number}
            found += [Problem(anchor, prefix, sentence) for sentence in _sentences(row.non_field_errors())]
            found += _of(row, prefix)
    return found


def asked_by_steps() -> dict[str, str]:
    """Return what the fields are called that the steps of publication ask for, by where they stand."""
    return {
        "id_along": _("Published with it"),
        "id_unsourced": _("Not proven by a source"),
        "id_alone_reason": _("Reason for publishing alone"),
        "id_step_comment": _("Comment"),
        "id_reason_fr": _("Reason in French"),
        "id_due_at": _("Day and hour"),
        "id_live_reason": _("Reason for publishing the change at once"),
        "pictures-group": str(capfirst(Picture._meta.verbose_name_plural)),
    }


def _of_the_whole(form: Any) -> Iterator[Problem]:
    """Yield the errors that are of no field of a form, with the way to what a step asks for."""
    asked = asked_by_steps()
    for error in form.errors.as_data().get(NON_FIELD_ERRORS, ()) if form.is_bound else ():
        anchor = "pictures-group" if error.code == "id_pictures" else error.code
        place = anchor if anchor in asked else ""
        for sentence in error.messages if error.params else [error.message]:
            yield Problem(place, asked.get(place, ""), sentence)


def _of(form: Any, prefix: str) -> Iterator[Problem]:
    """Yield the errors of the fields of one form, those that have none left out."""
    for name, errors in form.errors.items() if form.is_bound else ():
        if name not in form.fields:
            continue
        field = form[name]
        label = str(capfirst(field.label))
        said = _("%(part)s, %(field)s") % {"part": prefix, "field": label} if prefix else label
        yield from (Problem(field.id_for_label or field.auto_id, said, sentence) for sentence in _sentences(errors))


def _sentences(errors: Any) -> list[str]:
    return [str(each) for each in errors]

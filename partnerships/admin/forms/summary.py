"""What is wrong in a form, listed at its head: each error leads to its field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """One error: where it stands, what its field is called, and the sentence."""

    anchor: str
    label: str
    sentence: str


def problems(form: Any, formsets: Iterable[Any]) -> list[Problem]:
    """Return the errors of the fields of a form and of its parts, in their order."""
    found = [*_of(form, "")]
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

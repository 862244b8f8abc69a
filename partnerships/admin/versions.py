"""Two people at one record: what is stored now is shown beside what was typed; nothing is lost."""

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _

LONGEST = 2000


def mark_conflict(form):
    """Refuse the form with a sentence, and say at each field that differs what is stored."""
    form.add_error(
        None,
        _(
            "Somebody else has changed this record since you opened it. Nothing is saved yet, and your text is kept "
            "below; where it differs, the text now in the register stands beside it. "
            "Compare, then save again: what you see in the fields will then be kept."
        ),
    )
    mark_stored(form)


def mark_stored(form):
    """Say at each field of `form` that differs from the register what the register holds."""
    for name in form.changed_data:
        if name != forms.formsets.DELETION_FIELD_NAME:
            field = form.fields[name]
            text = in_words(form.get_initial_for_field(field, name), field)
            form.add_error(name, _("In the register now: %(text)s") % {"text": text})


def mark_parts(inlines):
    """Say the same at the fields of the parts that are stored."""
    for inline in inlines:
        for form in inline.formset.forms:
            if form.is_bound and form.instance.pk and hasattr(form, "cleaned_data"):
                mark_stored(form)


def in_words(value, field):
    """Return a stored value as text."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        chosen = field.queryset.filter(pk__in=[getattr(each, "pk", each) for each in value or ()])
        return ", ".join(map(str, chosen)) or _("empty")
    if isinstance(field, forms.ModelChoiceField):
        chosen = field.queryset.filter(pk=getattr(value, "pk", value)).first() if value else None
        return str(chosen) if chosen else _("empty")
    if isinstance(field, forms.ChoiceField):
        value = dict(field.choices).get(value, value)
    if value in (None, ""):
        return _("empty")
    return Truncator(str(value)).chars(LONGEST)

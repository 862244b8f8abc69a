"""A picture in the form of its record: what is sent is judged and drawn anew, and stays though the form is refused."""

from contextlib import suppress
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partnerships import pictures
from partnerships.models import Picture

#: What the name of a picture that waits in a form is signed for.
SALT = "partnerships.picture"
#: What stands behind the name of the field in which a form holds such a picture.
WAITING = "-waiting"
TAKEN = "image/jpeg,image/png,image/webp"


def thumbnail(kept: pictures.KeptPicture | Picture) -> SafeString:
    """Return a picture in its smallest form."""
    if not kept.file or not kept.width:
        return SafeString("")
    smallest = pictures.widths(kept.width)[0]
    height = max(1, round(kept.height * smallest / kept.width))
    address = reverse("picture", args=[kept.file, smallest])
    picture = '<img class="register-picture" src="{}" width="{}" height="{}" alt="{}">'
    return format_html(picture, address, smallest, height, _("The picture as it is kept"))


class PictureInput(forms.FileInput):
    """A field for a file, with the picture that is there already."""

    kept: pictures.KeptPicture | None = None

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        if self.kept is None:
            return field
        hidden = format_html('<input type="hidden" name="{}{}" value="{}">', name, WAITING, signed(self.kept))
        return format_html("{}{}{}", thumbnail(self.kept), field, hidden)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.get(name) or waiting(data.get(f"{name}{WAITING}", ""))


class PictureField(forms.FileField):
    """A file that becomes a kept picture; or one that was kept when the form was sent before."""

    widget = PictureInput(attrs={"accept": TAKEN})

    def clean(self, data: Any, initial: Any = None) -> pictures.KeptPicture | None:
        if isinstance(data, pictures.KeptPicture):
            return data
        if data is None:
            return initial
        sent = super().clean(data)
        try:
            return pictures.keep(sent, sent.size)
        except pictures.Unfit as unfit:
            raise ValidationError(str(unfit)) from unfit

    def has_changed(self, initial: Any, data: Any) -> bool:
        return data is not None and data != initial

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data


class PictureForm(forms.ModelForm):
    upload = PictureField(label=_("Picture"), required=False, help_text=_("A JPEG, PNG or WebP file, up to 15 MB."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.file:
            stored = pictures.KeptPicture(self.instance.file, self.instance.width, self.instance.height)
            self.initial["upload"] = stored
            self.show(stored)

    def show(self, kept: pictures.KeptPicture) -> None:
        """Show `kept` beside the field for the file, and keep it in the form."""
        field: Any = self.fields["upload"].widget
        field.kept = kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kept = cleaned.get("upload")
        if kept:
            self.show(kept)
            self.instance.file, self.instance.width, self.instance.height = kept
        elif not self.instance.file and "upload" not in self.errors:
            self.add_error("upload", _("Choose the picture file."))
        return cleaned


def signed(kept: pictures.KeptPicture) -> str:
    """Return under which text a form holds a picture that was sent."""
    return signing.dumps(list(kept), salt=SALT)


def held_pictures(files: MultiValueDict) -> dict[str, str]:
    """Return the pictures that were sent with a form as the fields in which it holds them when it is sent again.

    What is no picture belongs to a row that was ticked to go, and goes with it.
    """
    found = {}
    for name, sent in files.items():
        sent.seek(0)
        with suppress(pictures.Unfit):
            found[f"{name}{WAITING}"] = signed(pictures.keep(sent, sent.size))
    return found


def waiting(text: str) -> pictures.KeptPicture | None:
    """Return the picture that a form held when it was sent before."""
    try:
        return pictures.KeptPicture(*signing.loads(text, salt=SALT)) if text else None
    except (signing.BadSignature, TypeError):
        return None

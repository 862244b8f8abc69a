"""An embassy or a mission: what nobody names is named after its two sides."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnerships.gleaning.wording import post_names
from partnerships.models.base import LANGUAGES

from .records import RecordForm


class PostForm(RecordForm):
    """A post whose name may stay empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            for language in LANGUAGES:
                if f"name_{language}" in self.fields:
                    self.fields[f"name_{language}"].help_text = _("If left empty, it is made from the two sides.")

    def require_content(self, cleaned: Any) -> None:
        named = any(cleaned.get(f"name_{language}") for language in LANGUAGES)
        if not named and not self.instance.pk:
            other = cleaned.get("organization") or cleaned.get("receiving_state")
            cleaned.update(post_names(cleaned.get("state"), other))
        super().require_content(cleaned)

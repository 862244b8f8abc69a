"""An embassy, a mission, and the office of its head: what nobody names is named after the two sides."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnerships.gleaning.wording import head_names, post_names
from partnerships.models import Embassy, Mission, Office
from partnerships.models.base import LANGUAGES

from .records import RecordForm


class NamedByItselfForm(RecordForm):
    """A new record whose name may stay empty."""

    #: Said under the empty name.
    made_from: Any = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            for language in LANGUAGES:
                if f"name_{language}" in self.fields:
                    self.fields[f"name_{language}"].help_text = self.made_from


class PostForm(NamedByItselfForm):
    """A post whose name may stay empty."""

    made_from = _("If left empty, it is made from the two sides.")

    def require_content(self, cleaned: Any) -> None:
        named = any(cleaned.get(f"name_{language}") for language in LANGUAGES)
        if not named and not self.instance.pk:
            other = cleaned.get("organization") or cleaned.get("receiving_state")
            cleaned.update(post_names(cleaned.get("state"), other))
        super().require_content(cleaned)


class OfficeForm(NamedByItselfForm):
    """An office; of that of the head of an embassy or a mission, the post alone need be given."""

    made_from = _("If left empty for the head of an embassy or a mission, it is made from that.")

    def require_content(self, cleaned: Any) -> None:
        post = cleaned.get("embassy") or cleaned.get("mission")
        if post and cleaned.get("heads_post") and not self.instance.pk:
            follows = follows_from(post)
            if any(cleaned.get(f"name_{language}") for language in LANGUAGES):
                follows = {name: value for name, value in follows.items() if not name.startswith("name_")}
            cleaned.update({name: value for name, value in follows.items() if cleaned.get(name) in EMPTY})
        super().require_content(cleaned)


#: What a field says before anybody has chosen in it; “other office” is what a new office begins with.
EMPTY = (None, "", Office.Role.OTHER)


def follows_from(post: Embassy | Mission) -> dict[str, Any]:
    """Return what is so of the office of the head of `post`."""
    if isinstance(post, Embassy):
        found = {"role": Office.Role.AMBASSADOR, "receiving_state": post.receiving_state}
    else:
        found = {"role": Office.Role.HEAD_OF_MISSION, "receiving_organization": post.organization}
    names = head_names(post)
    return {**found, **names, "state": post.state} if names else {"state": post.state}

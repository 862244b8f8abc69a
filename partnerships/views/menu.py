"""The menu at the head of every public page: what stands in it, and what under “More”."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnerships.addresses import localized
from partnerships.kept_in_process import remembered
from partnerships.pages import PAGES
from partnerships.records.kinds import KINDS

#: The entries at the head; the other lists stand under "More".
MAIN = ("partner", "mission", "timeline", "source")


@remembered(128)
def menu(language: str, current_list: str) -> SafeString:
    """Return the way around the site, the list marked on whose ground the reader stands; made once for all pages."""
    entries = {
        "navigation": [_entry(name, language) for name in MAIN],
        "further": [
            *(_entry(kind, language) for kind in PAGES if kind not in MAIN and KINDS[kind].tells_facts),
            {"title": _("Compare partners"), "address": localized("compare", language)},
        ],
        "current_list": current_list,
    }
    with override(language):
        return render_to_string("partnerships/_menu.html", entries)


def _entry(name: str, language: str) -> dict[str, str]:
    if name == "timeline":
        return {"title": _("Timeline"), "address": localized("timeline", language)}
    return {"title": PAGES[name].title, "address": localized(f"{name}-list", language)}

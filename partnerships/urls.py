"""The public addresses: those in each language, and those without one."""

from django.urls import path, re_path
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import sitemaps
from .api.offices import office_holders, office_succession
from .api.openapi import api_description
from .api.records import api_list, api_record, entrance
from .outlets.views import corrections_feed, list_as, search_as, succession_as, timeline_as
from .pages import PAGES, citing
from .pages.about_the_register import STANDING
from .pages.other_forms import TYPES
from .views.about_the_register import standing_page
from .views.citing import cite_as, cite_page
from .views.compare import compare_page
from .views.home import home, root
from .views.permanent import permanent_address
from .views.pictures import picture
from .views.record_list import record_list
from .views.record_page import record_detail
from .views.reporting import report_answer, report_page, report_thanks
from .views.search import search_page, search_suggestions
from .views.sharing import compare_card, home_card, list_card, sharing_picture, timeline_card
from .views.timeline import timeline_page

urlpatterns = [path("", home, name="home"), path(_("timeline/"), timeline_page, name="timeline")]

# Asked for most, and so looked at first: each word before them is translated to see that another one is meant.
for kind, page in PAGES.items():
    urlpatterns += [
        path(page.path, record_list, {"kind": kind}, name=f"{kind}-list"),
        # The words of an address are translated when it is asked for, not when it is laid out.
        path(page.detail_path, record_detail, {"kind": kind}, name=f"{kind}-detail"),
    ]

urlpatterns += [
    path(_("search/"), search_page, name="search"),
    path(_("search/suggestions/"), search_suggestions, name="search-suggestions"),
    path(_("compare/"), compare_page, name="compare"),
    path(_("cite/<slug:kind>/<slug:key>/"), cite_page, name="cite"),
    path(_("card.png"), home_card, name="home-card"),
    path(_("card/timeline.png"), timeline_card, name="timeline-card"),
    path(_("card/compare.png"), compare_card, name="compare-card"),
    path(_("card/<slug:kind>.png"), list_card, name="list-card"),
    path(_("card/<slug:kind>/<slug:key>.png"), sharing_picture, name="card"),
    path(_("report/thanks/"), report_thanks, name="report-thanks"),
    path(_("report/answer/<slug:token>/"), report_answer, name="report-answer"),
    path(_("report/<slug:kind>/<slug:key>/"), report_page, name="report"),
]


def ending(path: str, form: str) -> str:
    """Return the address of a list in another form: `timeline/` as a table is `timeline.csv`, in each language."""
    return gettext(str(path)).rstrip("/") + f".{form}"


lazy_ending = lazy(ending, str)
# The words of an address are translated when it is asked for, not when it is laid out.
urlpatterns += [
    path(lazy_ending("timeline/", form), timeline_as, {"form": form}, name=f"timeline-{form}") for form in TYPES
]

urlpatterns += [
    path(lazy_ending("cite/<slug:kind>/<slug:key>/", form), cite_as, {"form": form}, name=f"cite-{form}")
    for form in citing.TYPES
]

urlpatterns += [path(lazy_ending("corrections/", "atom"), corrections_feed, name="corrections-atom")]
urlpatterns += [path(page.path, standing_page, {"name": name}, name=name) for name, page in STANDING.items()]


def of_succession(form: str) -> str:
    """Return the address of the succession in an office in another form."""
    return f"{PAGES['office'].path}<slug:office>/succession.{form}"


lazy_succession = lazy(of_succession, str)
for form in TYPES:
    urlpatterns += [
        path(lazy_ending("search/", form), search_as, {"form": form}, name=f"search-{form}"),
        path(lazy_succession(form), succession_as, {"form": form}, name=f"succession-{form}"),
        *(
            path(lazy_ending(page.path, form), list_as, {"kind": kind, "form": form}, name=f"{kind}-list-{form}")
            for kind, page in PAGES.items()
            if form in page.forms
        ),
    ]

neutral_patterns = [
    path("", root, name="root"),
    path("id/<str:kind>/<str:key>", permanent_address, name="permanent"),
    path("api/v1/", entrance, name="api"),
    path("api/v1/openapi.json", api_description, name="api-description"),
    path("api/v1/<slug:word>", api_list, name="api-list"),
    path("api/v1/<slug:word>/<str:key>", api_record, name="api-record"),
    path("api/v1/offices/<str:key>/holders", office_holders, name="office-holders"),
    path("api/v1/offices/<str:key>/succession", office_succession, name="office-succession"),
    re_path(r"^pictures/(?P<name>[0-9a-f]{64})-(?P<width>[0-9]{1,4})\.jpg$", picture, name="picture"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<str:section>.xml", sitemaps.section, name="sitemap-section"),
]

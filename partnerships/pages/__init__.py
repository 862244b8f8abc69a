"""The one table of the kinds of record that have pages: their addresses, titles, and what stands on them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partnerships.models import AddressedRecord
from partnerships.records.kinds import KINDS, standing_on

from . import (
    about_the_register,
    agreements,
    cooperation,
    decisions,
    embassies,
    missions,
    offices,
    organizations,
    partners,
    people,
    places,
    sources,
    states,
    visits,
)
from .blocks import Content
from .other_forms import TYPES
from .sections import Section, section_of


@dataclass(frozen=True)
class KindPage:
    """How the records of one kind are listed and shown."""

    kind: str
    path: str
    title: str
    facts: Callable
    #: Returns what the page says, in its order.
    content: Callable[..., Content]
    #: Relations that a list of these records shows beside each name.
    beside: tuple[str, ...] = ()
    #: The relation to the record by whose name a list is sorted, where that is another one.
    named_after: str = ""
    #: Relations that a record’s own page reads.
    needs: tuple[str, ...] = ()
    #: The sections that are laid out; what else stands here in full follows them by itself.
    sections: tuple[Section, ...] = ()
    #: The kinds that stand here in another form than a section.
    within: tuple[str, ...] = ()
    #: The longer text of the record.
    text: str = "summary"
    #: The date that a list shows and is sorted by.
    date: str = ""
    #: The dates that `?on=`, `?from=` and `?to=` ask about, where they are not that one alone.
    dates: tuple[str, ...] = ()
    #: How many records a page of a list shows, where that is not the usual number.
    size: int = 0
    #: Whether a list begins with the latest, and not by name.
    newest_first: bool = False
    #: Whether readers come for it, so that its pages are made ahead once a content is new.
    made_ahead: bool = False
    #: Whether its lines of the timeline can be followed from its page.
    followed: bool = False

    @property
    def detail_path(self) -> str:
        """The path of one record: translated when asked for, like the path of the list."""
        return format_lazy("{}<slug:slug>/", self.path)

    @property
    def forms(self) -> tuple[str, ...]:
        """The other forms of the list; a calendar where its records have dates."""
        return tuple(form for form in TYPES if form != "ics" or self.date)

    @property
    def dated_by(self) -> tuple[str, ...] | tuple[str] | tuple[()]:
        return self.dates or ((self.date,) if self.date else ())

    @property
    def names_beside(self) -> list[str]:
        """The paths to what names the records of a list, and those beside them."""
        paths = [f"{name}.state" if name == "partners" else name for name in self.beside]
        return list(dict.fromkeys([*paths, self.named_after])) if self.named_after else paths

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """The sections laid out for the page, then one for each other kind whose records stand on it in full."""
        seen = {*self.within, *(section.kind for section in self.sections)}
        others = ((kind, path) for kind, path in standing_on(self.kind) if kind.name not in seen)
        return (*self.sections, *(section_of(kind, path) for kind, path in others))

    @property
    def model(self) -> type[AddressedRecord]:
        model = KINDS[self.kind].model
        if not issubclass(model, AddressedRecord):
            raise TypeError(f"{self.kind} has no pages")
        return model


PAGES = {
    page.kind: page
    for page in (
        KindPage(
            "partner",
            _("partners/"),
            _("Partners"),
            partners.partner_facts,
            partners.content,
            beside=("organization",),
            named_after="state",
            needs=("organization",),
            sections=partners.PARTNER_SECTIONS,
            date="period",
            size=44,
            made_ahead=True,
            followed=True,
        ),
        KindPage(
            "mission",
            _("missions/"),
            _("Missions"),
            missions.mission_facts,
            missions.content,
            beside=("state", "organization"),
            named_after="state",
            needs=("place",),
            sections=missions.MISSION_SECTIONS,
            date="period",
            made_ahead=True,
        ),
        KindPage(
            "embassy",
            _("embassies/"),
            _("Embassies"),
            embassies.embassy_facts,
            embassies.content,
            beside=("state", "receiving_state"),
            needs=("place",),
            sections=embassies.EMBASSY_SECTIONS,
            date="period",
            made_ahead=True,
        ),
        KindPage(
            "decision",
            _("decisions/"),
            _("Decisions"),
            decisions.decision_facts,
            decisions.content,
            beside=("body",),
            needs=("partners.state", "areas", "follows", "place", "followed_by"),
            sections=decisions.DECISION_SECTIONS,
            text="text",
            date="date",
            newest_first=True,
            made_ahead=True,
        ),
        KindPage(
            "visit",
            _("visits/"),
            _("Visits"),
            visits.visit_facts,
            visits.content,
            beside=("organization", "partners"),
            needs=("partners.state", "areas"),
            within=("meeting",),
            date="period",
            newest_first=True,
            made_ahead=True,
        ),
        KindPage(
            "person",
            _("people/"),
            _("People"),
            people.person_facts,
            people.content,
            beside=("nationality",),
            sections=people.PERSON_SECTIONS,
            made_ahead=True,
            followed=True,
        ),
        KindPage(
            "office",
            _("offices/"),
            _("Offices"),
            offices.office_facts,
            offices.content,
            beside=("state", "organization"),
            needs=("embassy", "mission", "receiving_state", "receiving_organization"),
            sections=offices.OFFICE_SECTIONS,
            date="period",
            made_ahead=True,
        ),
        KindPage(
            "area",
            _("areas/"),
            _("Areas of cooperation"),
            cooperation.area_facts,
            cooperation.content,
            beside=("parent",),
            sections=cooperation.AREA_SECTIONS,
            followed=True,
        ),
        KindPage(
            "source",
            _("sources/"),
            _("Sources"),
            sources.source_facts,
            sources.content,
            date="date",
            # Each has a line for who published it.
            size=22,
        ),
        KindPage(
            "state",
            _("states/"),
            _("States"),
            states.state_facts,
            states.content,
            needs=("predecessors", "successors"),
            sections=states.STATE_SECTIONS,
            within=states.TABLES,
            text="",
            date="period",
        ),
        KindPage(
            "organization",
            _("organizations/"),
            _("Organisations"),
            organizations.organization_facts,
            organizations.content,
            beside=("parent",),
            needs=("seat",),
            sections=organizations.ORGANIZATION_SECTIONS,
            within=organizations.TABLES,
            text="",
            date="period",
        ),
        KindPage(
            "place",
            _("places/"),
            _("Places"),
            places.place_facts,
            places.content,
            beside=("state",),
            sections=places.PLACE_SECTIONS,
            text="",
            followed=True,
        ),
        KindPage(
            "framework",
            _("frameworks/"),
            _("Frameworks"),
            organizations.framework_facts,
            organizations.framework_content,
            beside=("organization",),
            sections=organizations.FRAMEWORK_SECTIONS,
            within=organizations.TABLES,
            date="period",
            made_ahead=True,
        ),
        KindPage(
            "agreement",
            _("agreements/"),
            _("Agreements"),
            agreements.agreement_facts,
            agreements.content,
            beside=("organization", "partners"),
            needs=("partners.state", "states", "organizations", "areas", "renews", "renewed_by", "place"),
            text="text",
            date="date",
            dates=("date", "period"),
            newest_first=True,
            made_ahead=True,
        ),
        KindPage(
            "page",
            _("pages/"),
            _("Pages about the register"),
            about_the_register.page_facts,
            about_the_register.content,
            text="text",
        ),
    )
}

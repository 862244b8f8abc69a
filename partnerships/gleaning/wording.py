"""What drafts are called, in both languages, made from what they tell: no sentence of a document is copied."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnerships import dates, inflection, models
from partnerships.models.base import LANGUAGES
from partnerships.records.kinds import records_named

from .known_names import Known
from .proposals import Proposal, ProposedFact

#: A record for each thing known.
Records = dict[Known, models.Record]


def records_of_facts(facts: list[ProposedFact]) -> Records:
    """Load the records that facts name, in one query per kind."""
    found = records_named((fact.known.kind, fact.known.key) for fact in facts if fact.known)
    return {Known(*name): record for name, record in found.items()}


def post_names(state: models.State | None, to: models.Record | None) -> dict[str, str]:
    """Return the name of a mission or an embassy that nobody has named yet, where both its sides are known."""
    return _named_after(state, to, _("Embassy %(of_state)s in %(state)s"), _("Mission %(of_state)s to %(body)s"))


def head_names(post: models.Embassy | models.Mission) -> dict[str, str]:
    """Return the title of the head of an embassy or a mission; of other sorts of posts, whose heads vary, none."""
    to = post.receiving_state if isinstance(post, models.Embassy) else post.organization
    if post.kind not in (models.Embassy.Kind.EMBASSY, models.Mission.Kind.MISSION):
        return {}
    at_embassy, of_mission = (
        _("Ambassador %(of_state)s to %(state)s"),
        _("Head of the mission %(of_state)s to %(body)s"),
    )
    return _named_after(post.state, to, at_embassy, of_mission)


def _named_after(
    state: models.State | None, to: models.Record | None, to_state: Promise, to_body: Promise
) -> dict[str, str]:
    """Return, in each language, what is named after a State and the State or the body that it is sent to."""
    if state is None or to is None:
        return {}
    names = {}
    for language in LANGUAGES:
        with override(language):
            sender, other = state.label(language), _short(to, language)
            of = {"of_state": _of(inflection.state_article(sender, language), sender, language)}
            if isinstance(to, models.State):
                of = {"of_state": inflection.of_sender(sender)} if language == "fr" else of
                before = inflection.in_state(other) if language == "fr" else inflection.state_article(other, language)
                names[f"name_{language}"] = str(to_state) % {**of, "state": before + other}
            else:
                article = inflection.article(other, language)
                body = _of(article, other, language) if language == "fr" else f"{article}{other}"
                names[f"name_{language}"] = str(to_body) % {**of, "body": body}
    return names


def _of(article: str, name: str, language: str) -> str:
    return inflection.with_preposition("de", f"{article}{name}") if language == "fr" else f"of {article}{name}"


def _short(record: models.Record, language: str) -> str:
    """Return how a record is called within the name of another: a body by its abbreviation, if it has one."""
    if isinstance(record, models.Organization):
        return record.read("abbreviation", language)[0] or record.label(language)
    return record.label(language)


class Words:
    """What a proposal names, as it stands in a title in one language."""

    def __init__(self, proposal: Proposal, records: Records, language: str) -> None:
        self.proposal, self.records, self.language = proposal, records, language

    def name(self, *fields: str) -> str:
        fact = self.proposal.first(*fields)
        return self.label(fact) if fact else ""

    def names(self, *fields: str) -> str:
        return ", ".join(filter(None, (self.label(fact) for fact in self.proposal.of(*fields))))

    def label(self, fact: ProposedFact) -> str:
        record = self.records.get(fact.known) if fact.known else None
        return _short(record, self.language) if record else fact.value

    def with_article(self, *fields: str) -> str:
        """Return a name as it stands within a sentence: behind « de », with what a language says before it."""
        name = self.name(*fields)
        article = inflection.article(name, self.language) if name else ""
        return _of(article, name, "fr") if name and self.language == "fr" else f"{article}{name}"

    def day(self, field: str) -> str:
        fact = self.proposal.first(field)
        return dates.word(dates.parse(fact.value), self.language) if fact else ""

    def of(self, name: str) -> str:
        return f"{inflection.office_preposition(name, self.language)}{name}"

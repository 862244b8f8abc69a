"""Two people at one record: what the second one changed, carried out over what the first one made of it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from partnerships.models import Change, Record
from partnerships.records.snapshot.differences import (
    ADD,
    CHANGE,
    REMOVE,
    Difference,
    Known,
    carried_out,
    clashes,
    differences_between,
    hangs_on,
    is_done,
    known_as,
)
from partnerships.records.snapshot.taking import Lines, digest_of, snapshot

from .changes_in_words import OF_STEPS, Wording
from .history import changes_of

#: So many changes back a form is looked for that somebody left open.
MOST = 200


class Clash(Exception):
    """Somebody else has changed the same thing otherwise; `mine` is what the form changed, where that is known."""

    def __init__(self, mine: list[Difference] | None) -> None:
        self.mine = mine
        super().__init__()


@dataclass(frozen=True)
class Meanwhile:
    """What others have made of a record since somebody opened its form."""

    #: The text that the form was opened with, and the one that is stored.
    base: Lines
    now: Lines
    #: What others did, the first one first.
    changes: list[Change]

    @cached_property
    def theirs(self) -> list[Difference]:
        return differences_between(self.base, self.now)

    @property
    def start(self) -> Lines:
        """What the form is saved over: the text that it was opened with, and the parts that came meanwhile."""
        return carried_out(self.base, [each for each in self.theirs if each.action == ADD])

    @property
    def can_merge(self) -> bool:
        """Whether the form can be saved over its own text: nothing was settled."""
        return not any(self.is_settled(each.field) for each in self.theirs)

    @property
    def removed(self) -> list[Difference]:
        """The parts that others took out, over which the form can be saved only if its rows find them again."""
        return [each for each in self.theirs if each.action == REMOVE]

    def is_settled(self, field: str) -> bool:
        """Whether nobody can have typed a field: the state of publication, the key, the slugs of what was published."""
        is_address = field.startswith("slug_") and "published_at" in self.base[0]["fields"]
        return is_address or field in ("key", "publication", "published_at")

    def own(self, mine: Lines, typed: Collection[str] = ()) -> list[Difference]:
        """Return what the form alone changed. Raises `Clash` where both changed one thing otherwise.

        An address that nobody `typed`, because it is made from a name, gives way to the one that is stored.
        """
        found = differences_between(self.start, mine)
        found = [each for each in found if not (_is_made(each, typed) and clashes(self.now, each))]
        if any(clashes(self.now, each) for each in found):
            raise Clash(found)
        return [each for each in found if not is_done(self.now, each)]

    def theirs_alone(self, mine: list[Difference]) -> dict[Known, set[str]]:
        """Return the fields that others changed and the form did not, by their record or part."""
        touched = {(each.known, each.field) for each in mine}
        found: dict[Known, set[str]] = {}
        for each in self.theirs:
            if each.action == CHANGE and (each.known, each.field) not in touched:
                found.setdefault(each.known, set()).add(each.field)
        return found

    def removed_alone(self, mine: list[Difference]) -> list[Difference]:
        """Return the parts that others took out, and of which the form changed nothing."""
        touched = {each.known for each in mine}
        touched.update(owner for each in mine for line in each.lines for owner in hangs_on(line))
        return [each for each in self.removed if touched.isdisjoint(map(known_as, each.lines))]

    def told(self) -> list[tuple[Change, list[str]]]:
        """Return each change of others with what it was about, in words."""
        return [(each, what) for each in self.changes if (what := about(each))]


def about(change: Change) -> list[str]:
    """Return what a change was about: fields, and parts; the step that it was, by its name."""
    before, after = change.before or [], change.after or []
    found = differences_between(before, after)
    written = [each for each in found if each.field not in OF_STEPS]
    said = Wording.of(before, after).say_all(written)
    step = [] if len(written) == len(found) else [str(change.get_action_display())]
    return [*step, *dict.fromkeys(" – ".join(filter(None, (one.part, one.label))) for one in said)]


def _is_made(difference: Difference, typed: Collection[str]) -> bool:
    return difference.field.startswith("slug_") and difference.field not in typed


def meanwhile(record: Record, version: str) -> Meanwhile | None:
    """Return what became of `record` since its text had the digest `version`; nothing where no history tells it."""
    found: list[Change] = []
    for change in changes_of(record)[:MOST]:
        if change.after and digest_of(change.after) == version:
            return Meanwhile(change.after, snapshot(record), found[::-1])
        found.append(change)
        if change.before and digest_of(change.before) == version:
            return Meanwhile(change.before, snapshot(record), found[::-1])
    return None

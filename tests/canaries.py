"""A register in which every text that the public may not see holds a word of its own, and everything is linked.

It is written past the rules, row by row, as a careless `loaddata` or a script would: published records name draft,
in-review and withdrawn ones through every link that a kind or a part has, and those name published ones.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import count

from django.core.exceptions import ValidationError
from django.db.models import (
    BooleanField,
    CharField,
    CheckConstraint,
    DateField,
    DateTimeField,
    DecimalField,
    EmailField,
    Field,
    Model,
    PositiveIntegerField,
    PositiveSmallIntegerField,
    SlugField,
    TextField,
    TimeField,
    URLField,
)

from partnerships.models import (
    FormerAddress,
    Meeting,
    PendingChange,
    Picture,
    Publication,
    Record,
    Statement,
    Stop,
    Visit,
)
from partnerships.models.fields import DateNotation, PeriodField
from partnerships.projections.up_to_date import deferred
from partnerships.records.kinds import KINDS, PARTS
from partnerships.records.snapshot.taking import as_json_value, fixture_fields, snapshot

from .factories import past_the_fence

HIDDEN = (Publication.DRAFT, Publication.IN_REVIEW, Publication.WITHDRAWN)

#: A word in a text, the year in which hidden things happen, and the numbers of hidden records; no minute and second at
#: which something was published.
CANARY = re.compile(r"zq[0-9]{5}x|\bQZQ?\b|\b1743\b|(?<!\d:)\b17[:.,]43\b|17 h 43", re.IGNORECASE)
DAY, PERIOD = "1743-02-17", "1743-02-17/1743-03-17"
NUMBERS = {DecimalField: Decimal("17.43"), PositiveIntegerField: 1743}
TIMES = {
    DateField: date(1743, 2, 17),
    DateTimeField: datetime(1743, 2, 17, 17, 43, tzinfo=UTC),
    TimeField: time(17, 43),
}


#: What a form takes of a part: no stop of so high a number as all rows have here, no picture without a file.
FIT: dict[type[Model], dict[str, object]] = {
    Stop: {"position": 1},
    Picture: {"file": f"{1:064x}", "width": 800, "height": 600},
}


@dataclass
class Register:
    """What was written: the canaries and what they stand for, the records by their states."""

    numbers: Iterator[int] = field(default_factory=lambda: count(10_000))
    #: Where each word stands: `draft state name_fr`.
    words: dict[str, str] = field(default_factory=dict)
    #: One published record of each kind, which names only published ones.
    sound: dict[type[Model], Record] = field(default_factory=dict)
    #: Another one, for links that may not lead to the same one twice.
    spare: dict[type[Model], Record] = field(default_factory=dict)
    hidden: dict[tuple[type[Model], str], Record] = field(default_factory=dict)
    #: Each published record that names a hidden one, with that one.
    naming: set[tuple[Record, Record]] = field(default_factory=set)


def written() -> Register:
    """Write the register, and return what was written."""
    register = Register()
    with past_the_fence(), deferred():
        for kind in KINDS.values():
            register.sound[kind.model] = _visible(register, kind.model, {})
            register.spare[kind.model] = _visible(register, kind.model, {})
        for kind in KINDS.values():
            for state in HIDDEN:
                register.hidden[kind.model, state] = _hide(register, kind.model, state)
        for kind in KINDS.values():
            _name_through_links(register, kind.model)
            _name_through_parts(register, kind.model)
        for kind in KINDS.values():
            _propose(register, kind.model)
    return register


def seen_alone() -> Register:
    """Write a register in which every kind has published records and nothing else is."""
    register = Register()
    with deferred():
        for kind in KINDS.values():
            register.sound[kind.model] = _visible(register, kind.model, {})
            register.spare[kind.model] = _visible(register, kind.model, {})
    return register


def hide(register: Register) -> None:
    """Write records of every kind that the public may not see, which name the published ones."""
    with past_the_fence(), deferred():
        for kind in KINDS.values():
            for state in HIDDEN:
                register.hidden[kind.model, state] = _hide(register, kind.model, state)


def with_drafts() -> Register:
    """Write a register in which every kind has published records and a draft one, which nothing names."""
    register = Register()
    with deferred():
        for kind in KINDS.values():
            register.sound[kind.model] = _visible(register, kind.model, {})
            register.spare[kind.model] = _visible(register, kind.model, {})
        for kind in KINDS.values():
            record = register.hidden[kind.model, Publication.DRAFT] = _secret(register, kind.model, Publication.DRAFT)
            for link in kind.model._meta.many_to_many:
                if link.remote_field.symmetrical:
                    # What it names by a link that goes both ways would name it.
                    getattr(record, link.name).clear()
    return register


def published_links(register: Register) -> Iterator[tuple[Record, Model, Field]]:
    """Write a published record for every link of every kind, and of every part that a record may have.

    Yield it with the row that has the link, which names a published record and could name another.
    """
    parts: set[type[Model]] = set()
    with deferred():
        for kind in KINDS.values():
            for link in links_to_records(kind.model, *(("visit",) if kind.model is Meeting else ())):
                row = _visible(register, kind.model, {link.name: register.spare[link.related_model]})
                yield row, row, link
            for part, owner in owned(kind.model):
                for link in links_to_records(part) if part not in parts else ():
                    record = _visible(register, kind.model, {})
                    named = {link.name: register.spare[link.related_model]}
                    yield record, _visible(register, part, named, **{owner: record}, **FIT.get(part, {})), link
                parts.add(part)
        for link in links_to_records(Meeting, "stop", "visit"):
            record = _visible(register, Visit, {})
            stop = _visible(register, Stop, {}, visit=record)
            named = {link.name: register.spare[link.related_model]}
            yield record, _visible(register, Meeting, named, stop=stop, publication=""), link


def links_to_records(model: type[Model], *but: str) -> list[Field]:
    """Return every column and link of `model` that names a record, but for the owners of a part."""
    return [
        each
        for each in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if each.related_model
        and issubclass(each.related_model, Record)
        and each.name not in (*getattr(model, "owner_fields", ()), *but)
    ]


def owned(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Yield the parts that records of `model` have, each with the column that names the owner."""
    for part in PARTS:
        for owner in part.owner_fields:
            if part._meta.get_field(owner).related_model is model:
                yield part, owner


# Rows


def _visible(register: Register, model: type[Model], links: dict[str, object], /, **values: object) -> Model:
    """Write a row that the public may see."""
    number = next(register.numbers)
    fields = _one_time({each.name: _plain(each, number) for each in _said(model)}, model)
    return _write(register, model, {**fields, "key": f"seen-{number}", **_state(model, "published"), **values}, links)


def _secret(register: Register, model: type[Model], state: str, /, **values: object) -> Model:
    """Write a row that the public may not see, with a canary in every field."""
    where = f"{state} {model._meta.model_name}"
    row = _one_time({each.name: _canary(register, each, where) for each in _said(model)}, model)
    return _write(register, model, {**row, **_state(model, state), **values}, {})


def _one_time(values: dict[str, object], model: type[Model]) -> dict[str, object]:
    """Return the values of a row with one time: a statement has a day or lasts for a time, not both."""
    return {**values, "period": ""} if model is Statement else values


def _state(model: type[Model], state: str) -> dict[str, str]:
    return {"publication": state} if issubclass(model, Record) else {}


def _said(model: type[Model]) -> list[Field]:
    """Return the columns that say something: no link, nothing derived, no state."""
    translated = {
        each.translated_field.name for each in model._meta.concrete_fields if hasattr(each, "translated_field")
    }
    return [
        each
        for each in model._meta.concrete_fields
        if each.editable
        and not each.primary_key
        and not each.related_model
        and each.name != "publication"
        and each.name not in translated
    ]


def _plain(each: Field, number: int) -> object:
    if isinstance(each, DateNotation):
        return "2018-07-01/.." if isinstance(each, PeriodField) else "2018-05-24"
    if isinstance(each, PositiveSmallIntegerField):
        return number
    if each.choices or not isinstance(each, CharField | TextField):
        return _usual(each)
    if isinstance(each, EmailField):
        return f"seen-{number}@example.org"
    if each.name.startswith(("slug", "withdrawal")) or each.max_length and each.max_length < 100:
        return _usual(each)
    return f"https://example.org/{number}" if isinstance(each, URLField) else f"Seen {number}"


def _usual(each: Field) -> object:
    return each.get_default() if each.has_default() or each.null or not each.choices else each.choices[0][0]


def _canary(register: Register, each: Field, where: str) -> object:
    if isinstance(each, DateNotation):
        return PERIOD if isinstance(each, PeriodField) else DAY
    if isinstance(each, PositiveSmallIntegerField):
        return next(register.numbers)
    for several in (NUMBERS, TIMES):
        if type(each) in several:
            return several[type(each)]
    if each.choices or not isinstance(each, CharField | TextField):
        return _usual(each)
    if each.max_length and each.max_length < 8:
        return "QZQ"[: each.max_length]
    word = f"zq{next(register.numbers):05}x"
    register.words[word] = f"{where} {each.name}"
    if isinstance(each, URLField):
        return f"https://example.org/{word}"
    return word if isinstance(each, SlugField) or each.name == "key" else f"{word} {word}"


def _write(register: Register, model: type[Model], values: dict[str, object], links: dict[str, object]) -> Model:
    """Write a row that names `links`, and through each of its other links the sound record of that kind."""
    row = model(**values)
    several = {each.name: links.get(each.name) for each in model._meta.many_to_many}
    for name, target in links.items():
        if name not in several:
            setattr(row, name, target)
    named: set[type[Model]] = set()
    for each in links_to_records(model):
        # Two links to one kind lead to two records: no State has an embassy in itself.
        target = (register.spare if each.related_model in named else register.sound).get(each.related_model)
        # A meeting of a visit is a part of it, public with it: none here is one by itself.
        is_part = model is Meeting and each.name == "visit"
        if each.name not in links and not each.many_to_many and target is not None and not is_part:
            _set_if_fit(row, each.name, target)
            named.add(each.related_model)
    for each in model._meta.concrete_fields:
        if isinstance(each, BooleanField) and each.name == "heads_post":
            _set_if_fit(row, each.name, True)
    row.save()
    for each in links_to_records(model):
        if each.many_to_many:
            named_here = several[each.name]
            named_here = named_here if isinstance(named_here, list) else [named_here]
            targets = [register.sound.get(each.related_model), *named_here]
            getattr(row, each.name).add(*(one for one in targets if one is not None))
    return row


def _set_if_fit(row: Model, name: str, value: object) -> None:
    """Fill a column, unless the row would break more rules than before."""
    before, kept = _broken(row), getattr(row, name, None) if value is True else None
    setattr(row, name, value)
    if type(row)._meta.get_field(name).null or value is True:
        setattr(row, name, value if _broken(row) <= before else kept)


def _broken(row: Model) -> int:
    """Return how many of its rules a row breaks; that depends on which of its columns are filled."""
    filled = tuple(bool(getattr(row, each.attname)) for each in type(row)._meta.concrete_fields)
    if (type(row), filled) not in _BROKEN:
        row.derive()
        rules = [each for each in type(row)._meta.constraints if isinstance(each, CheckConstraint)]
        _BROKEN[type(row), filled] = sum(_breaks(row, rule) for rule in rules)
    return _BROKEN[type(row), filled]


_BROKEN: dict[tuple, int] = {}


def _breaks(row: Model, rule: CheckConstraint) -> bool:
    try:
        rule.validate(type(row), row)
    except ValidationError:
        return True
    return False


# Records


def _hide(register: Register, model: type[Model], state: str) -> Record:
    """Write a hidden record with its parts, which names the sound records, and the address that it had once."""
    record = _secret(register, model, state)
    for link in model._meta.many_to_many:
        if link.remote_field.symmetrical:
            # A link that goes both ways: what it names, names it.
            _pair(register, register.sound[model], [record])
    for part, owner in owned(model):
        _secret(register, part, state, **{owner: record})
    if model is Visit:
        meeting = _secret(register, Meeting, state, stop=record.stops.first(), publication="")
        for part, owner in owned(Meeting):
            _secret(register, part, state, **{owner: meeting})
    if hasattr(record, "slug"):
        for language in ("fr", "en"):
            word = f"zq{next(register.numbers):05}x"
            register.words[word] = f"{state} {model._meta.model_name} former address"
            FormerAddress.objects.create(kind=model._meta.model_name, key=record.key, language=language, slug=word)
    return record


def _name_through_links(register: Register, model: type[Model]) -> None:
    """Let published records name hidden ones (and others, in their place, published ones), link by link."""
    # A meeting that names its visit is a part of it, hidden with it.
    for link in links_to_records(model, *(("visit",) if model is Meeting else ())):
        targets = [register.hidden[link.related_model, state] for state in HIDDEN]
        if link.many_to_many:
            _pair(register, _visible(register, model, {link.name: targets}), targets)
            continue
        _visible(register, model, {link.name: register.spare[link.related_model]})
        for target in targets:
            _pair(register, _visible(register, model, {link.name: target}), [target])


def _name_through_parts(register: Register, model: type[Model]) -> None:
    """Let the parts of a published record name hidden ones, link by link."""
    record = _visible(register, model, {})
    for part, owner in owned(model):
        _parts_naming(register, part, owner, record, record)
    if model is Visit:
        for link in links_to_records(Meeting, "stop", "visit"):
            several = {link.name: [register.hidden[link.related_model, state] for state in HIDDEN]}
            if not link.many_to_many:
                several = {f"{n}": target for n, target in enumerate(several[link.name])}
            for target in several.values():
                meeting = _visible(register, Meeting, {link.name: target}, stop=record.stops.first(), publication="")
                _pair(register, record, target if isinstance(target, list) else [target])
        for part, owner in owned(Meeting):
            _parts_naming(register, part, owner, meeting, record)


def _parts_naming(register: Register, part: type[Model], owner: str, whole: Model, record: Record) -> None:
    for link in links_to_records(part):
        for state in HIDDEN:
            target = register.hidden[link.related_model, state]
            _visible(register, part, {link.name: target}, **{owner: whole})
            _pair(register, record, [target])
    _visible(register, part, {}, **{owner: whole})


def _propose(register: Register, model: type[Model]) -> None:
    """Let a change of a published record wait that puts a canary into every field, and has a part with others."""
    record = register.sound[model]
    before = snapshot(record)
    where = f"pending {model._meta.model_name}"
    said = [each for each in fixture_fields(model) if each in _said(model)]
    values = {each.name: as_json_value(_canary(register, each, where)) for each in said if each.name != "key"}
    after = [{**before[0], "fields": {**before[0]["fields"], **values}}, *before[1:]]
    for part, owner in owned(model):
        fields = {
            each.name: as_json_value(_canary(register, each, where))
            for each in fixture_fields(part)
            if each in _said(part)
        }
        after.append({"model": part._meta.label_lower, "fields": {**fields, owner: [record.key]}})
    word = f"zq{next(register.numbers):05}x"
    register.words[word] = f"{where} comment"
    PendingChange.objects.create(
        kind=model._meta.model_name,
        key=record.key,
        before=before,
        after=after,
        comment=word,
        reason_fr=word,
        reason_en=word,
        author_name=word,
    )


def _pair(register: Register, record: Record, targets: Iterable[Record]) -> None:
    register.naming |= {(record, target) for target in targets}

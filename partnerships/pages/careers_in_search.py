"""Which offices somebody held on a day, where a name and a day are all that was typed."""

from django.http import QueryDict

from partnerships import dates
from partnerships.addresses import address, with_query
from partnerships.models import Person
from partnerships.presentation.languages import language_now
from partnerships.projections import search

from .careers import career_answers, careers
from .holders_in_search import ShortAnswer
from .question import Question

#: So many people of one name are answered for.
MOST = 2


def careers_then(text: str) -> list[ShortAnswer]:
    """Return what those who are named held on the day that is named beside them."""
    named = search.typed_time(text)
    if named is None or named.when.sort_key[0] != named.when.sort_key[1]:
        return []
    several = search.names_among(named.rest, "person")
    beside = set(search.folded_words(named.rest)).difference(*(form.split() for form in several))
    if len(several) != 1 or any(map(search.says_something, beside)):
        return []
    (keys,) = several.values()
    day = named.when.sort_key[0]
    question = Question(QueryDict(), dates.today(), day)
    people = Person.objects.published().filter(key__in=keys).order_by("key") if len(keys) <= MOST else ()
    return [
        ShortAnswer(answer.sentence, with_query(address(person, language_now()), f"on={day.isoformat()}"))
        for person in people
        for answer in career_answers(person, careers(person, question), question)
    ]

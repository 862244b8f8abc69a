"""People."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task

PERSON = Kind(
    model=models.Person,
    task=Task.PEOPLE,
    place_in_search=2,
    schema=("Person", "person:Person"),
    schema_links=(("nationality", "nationality"),),
    makes_key=lambda person: words.slug_of(f"{person.family_name} {person.given_name}") or words.slug_of(person.name),
)

"""Sources."""

from partnerships import models

from .. import key_words as words
from .kind import Kind, Task

SOURCE = Kind(
    model=models.Source,
    task=Task.SOURCES,
    place_in_search=21,
    schema=("CreativeWork",),
    makes_key=lambda source: words.joined(
        words.slug_of(words.key_text(source, "publisher"), 30),
        words.start_of(source),
        words.slug_of(words.key_text(source, "title"), 60),
    ),
)

"""The index of the search: derived from the records, rebuilt from them at will."""

from django.db import models

from .fields import BytewiseCharField


class SearchDocument(models.Model):
    """What one public record is found by: the tokens of its names, those of everything it says, its words as written.

    Each database searches `names` and `tokens` through an index of its own, which the migration lays out:
    FTS5 on SQLite, GIN on PostgreSQL. `vocabulary` is what spelling is held against.
    """

    kind = models.CharField(max_length=20)
    key = BytewiseCharField(max_length=200)
    sort = BytewiseCharField(max_length=300)
    names = models.TextField()
    tokens = models.TextField()
    vocabulary = models.TextField()
    earliest = models.DateField()
    latest = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(name="search_document_once", fields=["kind", "key"])]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class SearchName(models.Model):
    """A whole name, key or code of a record, in the forms in which it is compared: words in order, words joined."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="whole_names")
    form = BytewiseCharField(max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(name="search_name_once", fields=["form", "document"])]

    def __str__(self) -> str:
        return self.form


class SearchWord(models.Model):
    """A word of the public records, and in how many of them it stands."""

    word = BytewiseCharField(max_length=60, unique=True)
    documents = models.IntegerField(default=0)

    def __str__(self) -> str:
        return self.word


class SearchSpelling(models.Model):
    """A word without one of its letters, or with all: two words that share a form are one slip apart, or two."""

    form = BytewiseCharField(max_length=60)
    word = BytewiseCharField(max_length=60, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="search_spelling_once", fields=["form", "word"])]

    def __str__(self) -> str:
        return f"{self.form}: {self.word}"

"""Where a record stands as data, whole: at the address of the interface for programs."""

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import override

from partnerships.kept_in_process import remembered
from partnerships.models import Record
from partnerships.records.kinds import KINDS, kind_of

from . import PAGES


@remembered()
def kind_words() -> dict[str, str]:
    """Return the kinds by the word that addresses have for them: that of their English pages, else of their plural."""
    with override("en"):
        return {_word_of(name): name for name in KINDS}


def _word_of(kind: str) -> str:
    page = PAGES.get(kind)
    return str(page.path).strip("/") if page else slugify(str(KINDS[kind].model._meta.verbose_name_plural))


def data_address(record: Record) -> str:
    """Return where everything public that the register says of a record is given as JSON."""
    word = next(word for word, kind in kind_words().items() if kind == kind_of(record))
    return reverse("api-record", kwargs={"word": word, "key": record.key})

"""The French catalogue: complete, sound and compiled. `--write` takes up new texts and compiles.

The texts in the code are English. Without a compiled catalogue French pages and addresses would silently turn English,
so both files are committed, and this compares them with the code; no gettext tools are needed.
"""

import argparse
import io
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "partnerships" / "locale" / "fr" / "LC_MESSAGES"
SOURCE, COMPILED = FOLDER / "django.po", FOLDER / "django.mo"

ONE, CONTEXT, SEVERAL, CONTEXT_SEVERAL = (1,), ((1, "c"), 2), (1, 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": ONE,
    "gettext": ONE,
    "gettext_lazy": ONE,
    "gettext_noop": ONE,
    "ngettext": SEVERAL,
    "ngettext_lazy": SEVERAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": CONTEXT_SEVERAL,
    "npgettext_lazy": CONTEXT_SEVERAL,
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdif]|\{\w*\}")
# French keeps its double signs and its quotation marks with the word, the colon by a whole blank and the others by a
# narrow one, and curves its apostrophes.
MISPRINTED = re.compile(r" [;:!?»]|« |\u202f[:»]|«\u202f|\xa0[;!?]|[^\W\d_]'[^\W\d_]")
# No date of the day in either file: the same texts give the same bytes.
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def sources():
    """Every file that may hold texts, as Python."""
    for path in sorted(ROOT.glob("partnerships/**/*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_text(encoding="utf-8")
    folders = [ROOT / "templates", ROOT / "partnerships"]
    for path in sorted(
        path for folder in folders for suffix in ("html", "txt") for path in folder.glob(f"**/*.{suffix}")
    ):
        yield path, template_as_python(path)


def template_as_python(path):
    from django.utils.translation.template import templatize

    text = templatize(path.read_text(encoding="utf-8"), origin=str(path.relative_to(ROOT)))
    # What stands between the texts is blanked out, but would still be read as indented blocks.
    return "\n".join(line.strip() for line in text.splitlines())


def wanted():
    """A catalogue of the texts in the code."""
    catalog = Catalog(locale="fr", creation_date=UNDATED)
    for path, code in sources():
        try:
            found = list(extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}))
        except (SyntaxError, ValueError) as error:
            raise SystemExit(f"{path.relative_to(ROOT)}: {error}") from error
        for _line, message, _comments, context in found:
            if message and message != ("", ""):
                catalog.add(message, context=context)
    return catalog


def written():
    if not SOURCE.exists():
        about = {
            "project": "partnerships-register",
            "version": "1",
            "last_translator": "-",
            "msgid_bugs_address": "-",
            "language_team": "-",
        }
        return Catalog(locale="fr", creation_date=UNDATED, header_comment="# The register in French.", **about)
    with SOURCE.open("rb") as file:
        return read_po(file, locale="fr")


def compiled(catalog):
    catalog.creation_date = catalog.revision_date = UNDATED
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def texts(value):
    return list(value) if isinstance(value, list | tuple) else [value]


def problems(wanted, catalog):
    """Sentences on what is missing, unsure, unused or broken."""
    needed = {(message.id, message.context) for message in wanted if message.id}
    for message in wanted:
        translated = catalog.get(message.id, message.context) if message.id else None
        if message.id and translated is None:
            yield f"not in the catalogue: {message.id!r}"
    for message in [*catalog, *catalog.obsolete.values()]:
        if not message.id:
            continue
        if (message.id, message.context) not in needed:
            yield f"no longer in the code: {message.id!r}"
        elif message.fuzzy:
            yield f"marked as unsure (fuzzy): {message.id!r}"
        elif not all(texts(message.string)):
            yield f"not translated: {message.id!r}"
        elif not same_placeholders(message):
            yield f"other placeholders than the original: {message.id!r} -> {message.string!r}"
        elif any(MISPRINTED.search(text) for text in texts(message.string)):
            yield f"a blank that breaks, or a straight apostrophe: {message.string!r}"


def same_placeholders(message):
    """The plural names what the original's plural names; a singular may leave the number out."""
    allowed = {name for text in texts(message.id) for name in PLACEHOLDER.findall(text)}
    used = [set(PLACEHOLDER.findall(text)) for text in texts(message.string)]
    return all(names <= allowed for names in used) and used[-1] == set(PLACEHOLDER.findall(texts(message.id)[-1]))


def write(wanted, catalog):
    catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    catalog.fuzzy = False
    FOLDER.mkdir(parents=True, exist_ok=True)
    catalog.creation_date = catalog.revision_date = UNDATED
    with SOURCE.open("wb") as file:
        write_po(file, catalog, width=110, no_location=True, sort_output=True, ignore_obsolete=True)
    catalog = written()
    COMPILED.write_bytes(compiled(catalog))
    return catalog


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="take up new texts, drop unused ones, compile")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    code, catalog = wanted(), written()
    if options.write:
        catalog = write(code, catalog)
    found = list(problems(code, catalog))
    if not COMPILED.exists() or COMPILED.read_bytes() != compiled(catalog):
        found.append("django.mo is not what django.po compiles to; run make messages")
    for sentence in found:
        print(f"{SOURCE.relative_to(ROOT)}: {sentence}")
    if not found:
        print(f"{len(catalog)} texts, all in French.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""What each template shows, and under which condition: read from its source, so that nothing of it is lost unseen.

`shown.txt` holds it as an outline: values, conditions, loops, links, and what elements say of themselves. Words and
looks are no part of it. Whoever means to change what a template shows lets `make fix` write it down, and reads the
difference.
"""

import argparse
import re
import sys
from difflib import unified_diff
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
LIST = Path(__file__).resolve().parent / "shown.txt"

#: What says something to a browser, to a program, or to who does not see the page; the rest is looks.
ATTRIBUTES = {
    *("accept", "action", "alt", "autocapitalize", "autocomplete", "charset", "checked", "content", "datetime"),
    *("decoding", "defer", "enctype", "for", "form", "formaction", "formtarget", "height", "hidden", "href"),
    *("hreflang", "http-equiv", "id", "inputmode", "lang", "loading", "max", "maxlength", "media", "method"),
    *("min", "multiple", "name", "novalidate", "open", "placeholder", "property", "readonly", "rel", "required"),
    *("role", "rows", "scope", "selected", "spellcheck", "src", "srcset", "tabindex", "target", "title", "type"),
    *("value", "width"),
}
_SIGN = r"\{%.*?%\}|\{\{.*?\}\}"
_TAG = re.compile(r"\{%\s*(?P<name>\w+)\s*(?P<rest>.*?)\s*%\}|\{\{\s*(?P<value>.*?)\s*\}\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_START = re.compile(rf"<([a-z][a-z0-9]*)((?:{_SIGN}|\"(?:{_SIGN}|[^\"])*\"|[^<>\"])*)>", re.DOTALL)
_ATTRIBUTE = re.compile(
    rf"(?P<sign>{_SIGN})|(?P<name>[a-z][a-z-]*)(?:=(?P<said>\"(?:{_SIGN}|[^\"])*\"|'[^']*'))?", re.DOTALL
)
#: What a text says is no part of it, in whatever language.
_WORDS = re.compile(r"\{% translate .*?%\}|\{% blocktranslate .*?%\}.*?\{% endblocktranslate %\}", re.DOTALL)
_FILLED = re.compile(r"(?:with | ?trimmed)+")
#: Tags that show nothing themselves, or end what another began.
_SILENT = {"load", "extends", "block", "translate", "plural"}


def outline(text):
    """Return what a template shows, a line for each thing, set in under the loops and conditions around it."""
    return [*_shown(_COMMENT.sub("", text))]


def _shown(text):
    depth, place = 0, 0
    for found in sorted([*_START.finditer(text), *_TAG.finditer(text)], key=lambda each: each.start()):
        if found.start() < place:
            continue
        if found.re is _START:
            place = found.end()
            for line, deeper in _element(found):
                yield f"{'  ' * (depth + deeper)}{line}"
            continue
        name, line = found["name"] or "", _said(found)
        depth -= name in ("endif", "endfor", "elif", "else", "empty")
        if line:
            yield f"{'  ' * depth}{line}"
        depth += name in ("if", "for", "elif", "else", "empty")


def _element(found):
    """Yield a line for an element with what it says of itself, and one for each thing that it says now and then."""
    always, depth, sometimes = [], 0, []
    for each in _ATTRIBUTE.finditer(found[2]):
        if each["sign"]:
            tag = _TAG.fullmatch(each["sign"])
            name = (tag["name"] if tag else "") or ""
            depth -= name in ("endif", "endfor", "elif", "else")
            if tag and (line := _said(tag)):
                sometimes.append((line, depth + 1))
            depth += name in ("if", "for", "elif", "else")
        elif _says_something(each["name"], each["said"] or ""):
            said = " ".join(_WORDS.sub("…", each["said"] or "").split())
            attribute = f"{each['name']}={said}" if said else each["name"]
            if depth:
                sometimes.append((attribute, depth + 1))
            else:
                always.append(attribute)
    if always or sometimes:
        yield f"<{' '.join((found[1], *always))}>", 0
    yield from sometimes


def _says_something(name, said):
    """Whether an attribute does; a class does where it depends on what is shown."""
    return name in ATTRIBUTES or name.startswith(("aria-", "data-")) or (name == "class" and "{" in said)


def _said(tag):
    """Return what a tag shows, or asks; nothing for one that does neither."""
    if tag["value"] is not None:
        return f"{{{{ {tag['value']} }}}}"
    name, rest = tag["name"], " ".join(tag["rest"].split())
    if name in _SILENT or name.startswith("end"):
        return ""
    if name == "blocktranslate":
        filled = _FILLED.sub("", rest)
        return f"words with {filled}" if filled else ""
    return f"{name} {rest}".strip()


def found():
    """Return the outline of each template, by its name."""
    files = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    outlines = {str(path.relative_to(TEMPLATES)): outline(path.read_text(encoding="utf-8")) for path in files}
    return {name: lines for name, lines in outlines.items() if lines}


def held(where):
    """Return what is written down of each file."""
    several = {}
    for part in where.read_text(encoding="utf-8").strip().split("\n\n"):
        name, *lines = part.splitlines()
        several[name.removeprefix("# ")] = lines
    return several


def write(where, outlines):
    """Write down the outline of each file."""
    parts = ("\n".join((f"# {name}", *lines)) for name, lines in outlines.items())
    where.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def findings(kept, there):
    """Yield the lines that are gone from the outline of a file, or new in it, each with the two around it."""
    for name in sorted({*kept, *there}):
        yield from unified_diff(
            kept.get(name, []), there.get(name, []), f"{name}, held", f"{name}, now", n=2, lineterm=""
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write down what they show now")
    if parser.parse_args().write:
        write(LIST, found())
    changed = list(findings(held(LIST), found()))
    print("\n".join([*changed, "Meant? Then make fix writes it down."] if changed else ["All as held."]))
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())

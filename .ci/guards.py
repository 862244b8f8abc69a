"""What the code refuses, hides, locks, asks of rows and puts in order: read from its source.

`guards.txt` holds it module by module, as an excerpt of the code: each refusal with its condition and its words, each
exception that is caught, each right, lock and decorator, whatever asks what the public may see, the rows that are asked
for, their order, which words are said of which case, and what stands in a list, or has a name in capitals. What is
computed of all this is no part of it.
Of scripts, style sheets, the Makefile and the settings of tools it holds every line, of documents a digest of each
section.
Whoever means to change one of these lets `make fix` write it down, and reads the difference.
"""

import argparse
import ast
import re
import sys
from hashlib import sha256
from pathlib import Path

from catalogues import KEYWORDS
from shown import findings, held, write

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).resolve().parent / "guards.txt"
#: Where code stands that people and programs ask.
CODE = (".ci", "config", "partnerships")

#: What decides whether somebody may, and what the public sees.
FENCES = {
    *("has_perm", "has_perms", "has_add_permission", "has_change_permission", "has_delete_permission"),
    *("has_view_permission", "may_publish", "may_mend", "is_superuser", "is_staff", "is_active"),
    *("PUBLISHERS", "MERGERS", "PermissionDenied", "is_protected", "is_fresh", "require_public_names"),
    *("DRAFT", "IN_REVIEW", "PUBLISHED", "WITHDRAWN", "SEEN", "publication", "state_of", "is_public", "public"),
    *("published", "public_rows", "public_keys", "public_citations", "public_pictures", "shown_column"),
    *("shows_birth", "shows_period", "shows_picture", "shows_citation", "unseen_fields", "FOR_STAFF"),
    *("linkable", "reachable", "escape", "mark_safe", "SafeString"),
}
#: What keeps together what belongs together, and apart what does not.
LOCKS = {
    *("one_read", "one_write", "one_question", "taken_back", "select_for_update", "deferred", "at_the_end"),
    *("on_commit", "nothing_kept", "none_to_stay", "steady"),
}
#: What asks for rows; what puts them, or anything, in order.
ASKS = {"filter", "exclude"}
ORDERS = {"sorted", "sort", "min", "max", "groupby"}
#: What the migrations hold, and what others may import.
HELD_ELSEWHERE = {"constraints", "indexes", "permissions", "__all__"}
#: Functions that return an order, beside those by which something is sorted.
ORDERING = {"get_ordering", "order"}
#: What notes that something is wrong without ending what is done.
NOTES = {"finding", "findings", "add_error"}
#: By what staff are told something, and the log.
TELLS = {"debug", "success", "info", "warning", "error", "exception", "message_user"}
#: How a bound is asked for: whether it counts as in is as easily mistaken as where it is.
BOUNDS = ast.Lt | ast.LtE | ast.Gt | ast.GtE
#: What is held line by line; and by a digest of each section, since whoever changes a document reads it in the change.
HELD_WHOLE = (".ci/run", "Makefile", "pyproject.toml", "static/**/*.css", "static/**/*.js")
HELD_BY_DIGEST = ("*.md", "docs/**/*.md")
#: What grows with every change is no promise.
GROWING = {"CHANGELOG.md", "docs/mutation.md", "docs/performance.md"}
#: A list that is longer stands on several lines.
FITS = 120
_SILENT = ast.Import | ast.ImportFrom


def outline(source):
    """Return what guards in a module, a line for each thing, set in under what stands around it."""
    tree = ast.parse(source)
    for each in ast.walk(tree):
        if isinstance(each, ast.keyword) and each.arg == "key" and isinstance(each.value, ast.Name):
            # By this something is sorted: what it returns is an order.
            for one in ast.walk(tree):
                one.is_order = getattr(one, "is_order", False) or getattr(one, "name", "") == each.value.id
    return [*_of_block(tree.body, 0, outside=True)]


def lines_of(text):
    """Return the lines of a script, a style sheet or the Makefile that say something, without comments."""
    without = re.sub(r"/\*.*?\*/|^ *(?://|#).*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    return [" ".join(line.split()) for line in without.splitlines() if re.search(r"\w", line)]


def sections_of(text):
    """Return the headings of a document, each with a digest of what stands under it."""
    return [
        f"{part.partition(chr(10))[0]}: {sha256(' '.join(part.split()).encode()).hexdigest()[:8]}"
        for part in re.split(r"^(?=#+ )", text, flags=re.MULTILINE)
        if part.strip()
    ]


def _of_block(statements, depth, *, outside=False):
    """Yield what guards among statements; `outside` of functions what is listed stands for good."""
    for each in statements:
        if outside and (_is_listed(each) or _is_constant(each)):
            yield from (f"{'  ' * depth}{line}" for line in listed(each))
        else:
            yield from _of_statement(each, depth)


def _of_statement(each, depth):
    if isinstance(each, ast.FunctionDef | ast.ClassDef):
        yield from _of_definition(each, depth)
    elif isinstance(each, ast.Try):
        yield from _of_attempt(each, depth)
    elif isinstance(each, ast.If | ast.While | ast.For | ast.With):
        yield from _of_branch(each, depth)
    elif isinstance(each, ast.Match):
        for case in each.cases:
            yield from _of_block(case.body, depth + 1)
    elif not isinstance(each, _SILENT) and (isinstance(each, ast.Raise) or guards(each)):
        yield f"{'  ' * depth}{said(each)}"


def _of_definition(each, depth):
    is_class = isinstance(each, ast.ClassDef)
    inside = [*_of_block(each.body, depth + 1, outside=is_class)]
    if each.name in ORDERING or getattr(each, "is_order", False):
        returned = (f"{'  ' * (depth + 1)}{said(one)}" for one in ast.walk(each) if isinstance(one, ast.Return))
        inside += [line for line in returned if line.strip() not in map(str.strip, inside)]
    around = [f"@{said(one)}" for one in each.decorator_list if guards(one)]
    if inside or around:
        word = "class" if is_class else "def"
        yield from (f"{'  ' * depth}{line}" for line in (*around, f"{word} {each.name}"))
    yield from inside


def _of_attempt(each, depth):
    """Yield what is caught, and the first thing that is done then."""
    yield from _of_block(each.body, depth)
    for handler in each.handlers:
        yield f"{'  ' * depth}except {said(handler.type) if handler.type else ''}: {said(handler.body[0])}"
        yield from _of_block(handler.body[1:], depth + 1)
    yield from _of_block([*each.orelse, *each.finalbody], depth)


def _of_branch(each, depth):
    """Yield a condition or a loop where it guards itself, or something does under it."""
    asked = each.items if isinstance(each, ast.With) else [each.iter if isinstance(each, ast.For) else each.test]
    inside = [*_of_block(each.body, depth + 1)]
    otherwise = [*_of_block(getattr(each, "orelse", []), depth + 1)]
    if inside or otherwise or any(map(guards, asked)):
        yield f"{'  ' * depth}{type(each).__name__.lower()} {', '.join(map(said, asked))}"
        yield from inside
        if otherwise:
            yield f"{'  ' * depth}else"
        yield from otherwise


def _is_listed(each):
    """Whether a statement lists by hand, for good, what belongs to something."""
    return (
        isinstance(each, ast.Assign | ast.AnnAssign)
        and isinstance(each.value, ast.Tuple | ast.List | ast.Set | ast.Dict)
        and bool(getattr(each.value, "elts", ()) or getattr(each.value, "keys", ()))
        and said(names_of(each)[0]) not in HELD_ELSEWHERE
    )


def _is_constant(each):
    """Whether a name in capitals is given for good: to a bound, words, a pattern, what a kind says of itself."""
    if not isinstance(each, ast.Assign | ast.AnnAssign) or each.value is None:
        return False
    if isinstance(each.value, ast.Call) and name_of(each.value.func) == "TypeVar":
        return False
    return all(said(one).isupper() or said(one) == "list_per_page" for one in names_of(each))


def names_of(each):
    return each.targets if isinstance(each, ast.Assign) else [each.target]


def listed(each):
    """Return what a statement lists: on one line where it fits there, else each on its own."""
    value, names = each.value, " = ".join(map(said, names_of(each)))
    # What is written beside a name of what type it is, is no part of it.
    line = said(each) if isinstance(each, ast.Assign) else f"{names} = {said(value)}"
    if len(line) <= FITS or not isinstance(value, ast.Tuple | ast.List | ast.Set | ast.Dict | ast.Call):
        return [line]
    if isinstance(value, ast.Call):
        return [f"{names} = {said(value.func)}", *(f"  {said(one)}" for one in (*value.args, *value.keywords))]
    if isinstance(value, ast.Dict):
        pairs = zip(value.keys, value.values, strict=True)
        return [f"{names} =", *(f"  {said(key)}: {said(one)}" if key else f"  **{said(one)}" for key, one in pairs)]
    return [f"{names} =", *(f"  {said(one)}" for one in value.elts)]


def guards(node):
    """Whether something is asked, locked, ordered, told or worded in one of several ways within `node`."""
    return any(_guards(each) for each in ast.walk(node))


def _guards(node):
    if isinstance(node, ast.Name | ast.Attribute):
        return name_of(node) in FENCES | LOCKS
    if isinstance(node, ast.keyword):
        return (node.arg or "").rpartition("__")[2] == "publication"
    if isinstance(node, ast.Dict | ast.IfExp):
        several = node.values if isinstance(node, ast.Dict) else (node.body, node.orelse)
        # Which words are said of which of several cases.
        return len(several) > 1 and all(isinstance(one, ast.Call) and name_of(one.func) in KEYWORDS for one in several)
    if isinstance(node, ast.Compare):
        return any(isinstance(one, BOUNDS) for one in node.ops)
    if not isinstance(node, ast.Call):
        return False
    name = name_of(node.func)
    whose = name_of(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    return (
        (name in ASKS and isinstance(node.func, ast.Attribute))
        or name == "order_by"
        or (name in ORDERS and any(one.arg == "key" for one in node.keywords))
        or (name in TELLS and whose in {"messages", "logger", "self"})
        or name in NOTES
        or (name == "find" and whose in {"entry", "self"})
    )


def name_of(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def said(node):
    """Return code as one line, whatever lines it stands on."""
    try:
        text = ast.unparse(node)
    except ValueError:  # a text within a text, as Python 3.11 cannot write it
        text = ast.dump(node)
    first, *rest = text.splitlines()
    return re.sub(r"\s+", " ", " ".join([first, *(line.strip() for line in rest)]))


def found():
    """Return the outline of each module, script, style sheet and document, by its name."""
    files = sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)
    outlines = {path.relative_to(ROOT).as_posix(): outline(path.read_text(encoding="utf-8")) for path in files}
    for several, read in ((HELD_WHOLE, lines_of), (HELD_BY_DIGEST, sections_of)):
        for path in (path for where in several for path in sorted(ROOT.glob(where))):
            name = path.relative_to(ROOT).as_posix()
            outlines[name] = read(path.read_text(encoding="utf-8")) if name not in GROWING else []
    return {name: lines for name, lines in outlines.items() if lines}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write down what guards now")
    now = found()
    if parser.parse_args().write:
        write(LIST, now)
    changed = list(findings(held(LIST), now))
    print("\n".join([*changed, "Meant? Then make fix writes it down."] if changed else ["All as held."]))
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The little markup of a text that staff write: paragraphs, headings, lists, emphasis and links, and nothing else.

Whatever else is written, HTML included, is shown as it stands. A link leads to `http`, `https` or `mailto`, or to a
record by its permanent address; any other stays the words that were typed.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

#: The heading of the page itself is the first: those of the text begin with the second.
_LEVELS = {"h1": "h2"}
_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_RECORD = re.compile(r"/id/([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)")

#: Where a record is found, by its kind and key; None where the public may not see it.
Where = Callable[[str, str], str | None]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False})
    parser.enable(["heading", "list", "emphasis", "link", "escape"])
    parser.validateLink = lambda url: bool(_ALLOWED.fullmatch(url) or _RECORD.fullmatch(url))
    return parser


_PARSER = _parser()


def html(text: str, where: Where) -> SafeString:
    """Return `text` as HTML; a link to a record that `where` does not find is no link, but its words."""
    tokens = _PARSER.parse(text)
    for token in tokens:
        token.tag = _LEVELS.get(token.tag, token.tag)
        if token.children:
            token.children = list(_linked(token.children, where))
    # Every token is of the few kinds above, and the renderer escapes their texts and addresses.
    return mark_safe(_PARSER.renderer.render(tokens, _PARSER.options, {}))  # noqa: S308


def _linked(tokens: Sequence[Token], where: Where) -> Iterator[Token]:
    """Yield the tokens of a line, its links to records leading there; links do not stand within one another."""
    led = True
    for token in tokens:
        if token.type == "link_open":
            record = _RECORD.fullmatch(str(token.attrs.get("href", "")))
            found = where(*record.groups()) if record else str(token.attrs.get("href"))
            led = found is not None
            token.attrs = {"href": found or ""}
        if led or token.type not in ("link_open", "link_close"):
            yield token


def without_markup(text: str) -> str:
    """Return the words of `text` without their markup, paragraphs apart."""
    parts = (token.children or [] for token in _PARSER.parse(text) if token.type == "inline")
    return "\n\n".join("".join(_words(child) for child in children) for children in parts)


def _words(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def records_linked(text: str) -> list[tuple[str, str]]:
    """Return the records to which `text` links, by kind and key."""
    inline = (child for token in _PARSER.parse(text) for child in token.children or ())
    found = (_RECORD.fullmatch(str(child.attrs.get("href", ""))) for child in inline if child.type == "link_open")
    return list(dict.fromkeys((match[1], match[2]) for match in found if match))


def without_tags(html: str) -> str:
    """Return finished HTML without its elements: in what is escaped no other sign could begin or end one."""
    return _TAG.sub("", html)


def without_links_to(address: str, html: str) -> str:
    """Return a finished page without what leads from its text to itself: the words stay, the link goes.

    Marks that are drawn, whose links have more than an address, stay as they are.
    """
    first, *others = html.split(f'<a href="{address}">')
    return "".join([first, *(part for one in others for part in _first_closed(one))])


def _first_closed(html: str) -> tuple[str, str]:
    inside, _end, rest = html.partition("</a>")
    return inside, rest

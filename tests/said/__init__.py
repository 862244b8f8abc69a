"""What a page says, as plain text: its words in their order, where its links lead, what its forms hold."""

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

import html5lib

#: Elements that begin a line of their own, and what stands before it.
LINES = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "h4": "#### ",
    "li": "- ",
    "dd": ": ",
    "tr": "| ",
    "summary": "> ",
    "legend": "(set) ",
    "caption": "(table) ",
    "figcaption": "(picture) ",
    "text": "~ ",
    "title": "~ ",
    **dict.fromkeys(("p", "div", "section", "article", "form", "nav", "ul", "ol", "dl", "dt", "table", "details"), ""),
    **dict.fromkeys(("header", "footer", "aside", "main", "fieldset", "svg", "g", "figure", "blockquote", "hr"), ""),
    **dict.fromkeys(("label", "textarea", "select", "button", "thead", "tbody", "body", "search", "address"), ""),
}
#: What nobody reads.
UNREAD = {"script", "style", "template", "head"}
#: What an element says of itself to whoever does not see it.
SPOKEN = ("alt", "title", "aria-label", "placeholder")
SPACES = re.compile(r"[ \n\t]+")


def plain(page: str, *, links: bool = True) -> str:
    """Return what stands in the middle of an HTML page, under its title and its description; on request, without
    where its links lead.
    """
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    middle = tree.find(".//main")
    text = _Text(links)
    text.visit(tree.find(".//body") if middle is None else middle)
    lines = [line for line, _same in groupby([*_of_the_head(tree), *text.lines])]
    return "\n".join(lines) + "\n"


def _of_the_head(tree: Element) -> Iterator[str]:
    title, description = tree.find(".//title"), tree.find(".//meta[@name='description']")
    if title is not None:
        yield f"(title) {_joined(title)}"
    if description is not None:
        yield f"(description) {description.get('content', '')}"


def _joined(element: Element) -> str:
    return SPACES.sub(" ", "".join(element.itertext())).strip()


class _Text:
    """The lines of a page, as far as it is read."""

    def __init__(self, links: bool) -> None:
        self.links = links
        self.lines: list[str] = []
        self._line = self._mark = ""

    def visit(self, element: Element) -> None:
        name = str(element.tag).rpartition("}")[2]
        if not isinstance(element.tag, str) or name in UNREAD or element.get("type") == "hidden":
            return
        if name in LINES:
            self._end(LINES[name] or self._waiting())
        elif name in ("td", "th") and self._line:
            self._line += " | "
        self._line += "".join(f" {each} " for each in _of_itself(element))
        if name == "select":
            self._line += _chosen(element)
        else:
            self._line += element.text or ""
            for each in element:
                self.visit(each)
                self._line += each.tail or ""
        if self.links and name == "a" and element.get("href"):
            self._line += f" <{element.get('href')}>"
        if name in LINES:
            self._end("")

    def _waiting(self) -> str:
        """What stands before the words of the next line, where the element around it has said none yet."""
        return "" if self._line.strip() else self._mark

    def _end(self, mark: str) -> None:
        words = SPACES.sub(" ", self._line).strip(" |")
        if words:
            self.lines.append(self._mark + words)
        self._line, self._mark = "", mark


def _of_itself(element: Element) -> list[str]:
    seen = _joined(element)
    spoken = [element.get(each, "") for each in SPOKEN]
    if element.tag == "input":
        spoken.append(_typed(element))
    return [each for each in spoken if each and each != seen]


def _typed(element: Element) -> str:
    kind, ticked = element.get("type"), "checked" in element.attrib
    if kind == "checkbox":
        return "[x]" if ticked else "[ ]"
    if kind == "radio":
        return "(o)" if ticked else "( )"
    return f"[{element.get('value', '')}]"


def _chosen(element: Element) -> str:
    """Return what is chosen of a list, and of how many."""
    options = element.findall(".//option")
    chosen = [_joined(each) for each in options if "selected" in each.attrib]
    return f" [{', '.join(chosen)} of {len(options)}]"

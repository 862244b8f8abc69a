"""The style sheets: what carries a meaning is seen, in light and dark, on paper and in the colours of the reader."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from partnerships.drawing import Look

pytestmark = pytest.mark.once
ROOT = Path(settings.BASE_DIR)
STATIC = ROOT / "static" / "partnerships"
#: Tables name themselves after what they hold; what stands here is found by scripts and tests, and looks plain.
MADE = re.compile(r"table-")
PLAIN = {"milestones", "nothing", "record", "section"}


def style(name):
    """A style sheet without its comments: what stands outside of conditions, and what stands under each."""
    text = re.sub(r"/\*.*?\*/", "", (STATIC / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    under = {}

    def apart(found):
        under.setdefault(" ".join(found[1].split()), []).append(found[2])
        return ""

    plain = re.sub(r"@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}", apart, text)
    return plain, {condition: "\n".join(several) for condition, several in under.items()}


def rules(text):
    """Each selector with what is said of it."""
    found = {}
    for selectors, said in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        for selector in selectors.split(","):
            found[" ".join(selector.split())] = found.get(" ".join(selector.split()), "") + said
    return found


def colours(text):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", text))


def declared(text, selector, name):
    """What a rule says of one thing."""
    return dict(re.findall(r"(?:^|;)\s*([\w-]+): ([^;]+)", rules(text)[selector]))[name]


def light(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def classes_named(*sources):
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    return set(re.findall(r"(?<![\w-])[a-zA-Z][\w-]*", text))


class TestColours:
    @pytest.fixture(params=["light", "(prefers-color-scheme: dark)", "print"])
    def scheme(self, request):
        plain, under = style("site.css")
        return colours(plain) | colours(under.get(request.param, ""))

    @pytest.mark.parametrize("name", ["ink", "quiet", "accent", "warn"])
    @pytest.mark.parametrize("ground", ["paper", "tint"])
    def test_letters_are_read_on_every_ground(self, scheme, name, ground):
        assert contrast(scheme[name], scheme[ground]) >= 4.5

    def test_bars_are_seen_and_told_apart(self, scheme):
        assert contrast(scheme["accent"], scheme["paper"]) >= 3
        assert contrast(scheme["other"], scheme["paper"]) >= 3
        assert scheme["accent"] != scheme["other"]

    def test_what_differs_is_marked_by_more_than_a_colour(self):
        found = rules(style("admin.css")[0])
        for place in (".register-differences", ".register-translation"):
            assert "line-through" in found[f"{place} del"]
            assert "background" in found[f"{place} ins"]


class TestClasses:
    def test_each_rule_of_the_public_pages_is_for_something(self):
        text = "".join([style("site.css")[0], *style("site.css")[1].values()])
        ruled = {name for selector in rules(text) for name in re.findall(r"\.([a-zA-Z][\w-]*)", selector)}
        sources = [*ROOT.glob("templates/partnerships/**/*.html"), *ROOT.glob("templates/drawing/*")]
        sources += [*ROOT.glob("partnerships/**/*.py"), STATIC / "suggest.js", STATIC / "exchange.js"]
        assert {name for name in ruled - classes_named(*sources) if not MADE.match(name)} == set()

    def test_each_class_of_the_public_pages_has_its_rule(self):
        text = "".join([style("site.css")[0], *style("site.css")[1].values()])
        ruled = set(re.findall(r"\.([a-zA-Z][\w-]*)", text))
        used = set()
        for path in (*ROOT.glob("templates/partnerships/**/*.html"), *ROOT.glob("templates/drawing/*")):
            for several in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")):
                used |= {one for one in re.sub(r"\{[%{].*?[%}]\}", " ", several).split() if not one.endswith("-")}
        assert used - ruled == PLAIN

    def test_each_class_of_the_back_office_has_its_rule(self):
        ruled = set(re.findall(r"\.([a-zA-Z][\w-]*)", (STATIC / "admin.css").read_text(encoding="utf-8")))
        used = set()
        for path in ROOT.glob("templates/admin/**/*.html"):
            for several in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")):
                used |= set(re.sub(r"\{[%{].*?[%}]\}", " ", several).split())
        assert {one for one in used - ruled if one.startswith(("register-", "offer", "document", "admin-"))} == set()

    def test_what_is_only_heard_is_not_taken_from_those_who_hear(self):
        found = rules(style("site.css")[0])
        assert "clip-path: inset(50%)" in found[".hidden"]
        assert "position: absolute" in found[".hidden"]
        assert "left: -100vw" in found[".skip"]
        assert "left: 0" in found[".skip:focus"]
        text = "".join([style("site.css")[0], *style("site.css")[1].values()])
        assert "visibility" not in text.replace("content-visibility", "")

    @pytest.mark.parametrize("name", ["site.css", "admin.css"])
    def test_what_is_pressed_is_large_enough(self, name):
        """24 points each way, where a link or a summary is given a least size at all."""
        text, under = style(name)
        found = {}
        for selector, said in rules("".join([text, *under.values()])).items():
            if re.search(r"\b(?:a|summary|button|input|select)\b(?![-\w])|\[aria-", selector):
                for size, unit in re.findall(r"min-(?:width|height): ([\d.]+)(rem|px)", said):
                    found[selector] = min(float(size) * {"rem": 16, "px": 1}[unit], found.get(selector, 1000))
        assert found
        assert {selector: size for selector, size in found.items() if size < 24} == {}

    def test_each_class_that_a_script_gives_has_its_rule(self):
        for script, sheet in (("admin.js", "admin.css"), ("suggest.js", "site.css"), ("exchange.js", "site.css")):
            text = (STATIC / script).read_text(encoding="utf-8")
            given = set(re.findall(r"className = \"([\w-]+)\"", text))
            given |= set(re.findall(r"classList\.\w+\(\"([\w-]+)\"", text))
            ruled = set(re.findall(r"\.([a-zA-Z][\w-]*)", (STATIC / sheet).read_text(encoding="utf-8")))
            assert given <= ruled, script
        assert {"is-error"} <= set(re.findall(r"classList\.\w+\(\"([\w-]+)\"", (STATIC / "admin.js").read_text()))

    def test_focus_is_seen(self):
        assert "outline: 3px solid" in rules(style("site.css")[0])[":focus-visible"]

    @pytest.mark.parametrize("name", ["site.css", "admin.css"])
    def test_what_is_shown_under_the_mouse_is_shown_to_the_keyboard(self, name):
        found = rules(style(name)[0])
        shown = {
            each.replace(":hover", ":focus-visible") for each in found if ":hover" in each and "display" in found[each]
        }
        assert shown <= found.keys()

    def test_sources_that_disagree_stand_apart(self):
        found = rules(style("site.css")[0])
        assert "var(--warn)" in found[".disagrees"]
        assert "var(--warn)" in found[".disagree"]
        assert "var(--warn)" in found[".problem"]


class TestPaper:
    def test_what_does_nothing_on_paper_is_left_out(self):
        hidden = {
            selector for selector, said in rules(style("site.css")[1]["print"]).items() if "display: none" in said
        }
        controls = {".menu", ".masthead-search", ".masthead-language", ".skip", ".filters", ".ask", ".letters"}
        assert hidden > controls | {"nav.pager", ".cite-line"}

    def test_what_is_folded_away_is_named_in_a_line_in_either_language(self):
        printed = " ".join(style("site.css")[1]["print"].split())
        folded = ".fold:not([open], .notes, #journey-all, #together-all)"
        assert f"{folded}, {folded} summary {{ display: inline;" in printed
        assert f"{folded}::details-content {{ display: none;" in printed
        assert f'{folded} summary::before {{ content: "Further on the page: "' in printed
        assert f'{folded}:lang(fr) summary::before {{ content: "Également sur la page' in printed
        assert ".fold summary { list-style: none;" in printed

    def test_sources_are_printed_though_they_are_folded(self):
        found = rules(style("site.css")[1]["print"])
        assert "content-visibility: visible" in found[".notes::details-content"]
        assert "exact" in found[".strip"]


class TestOwnColours:
    """Where the reader has colours of their own, bars and their keys still differ as they do without."""

    @pytest.fixture
    def forced(self):
        return style("site.css")[1]["(forced-colors: active)"]

    def test_what_is_known_in_its_own_right_and_by_virtue_of_another_differ_as_in_the_key(self, forced):
        solid, other = (declared(forced, f".strip{one} .solid", "fill") for one in ("", " .other"))
        assert solid != other
        keys = [declared(forced, f".key.{look}::before", "background") for look in (Look.FULL, Look.OTHER)]
        assert keys == [solid, other]

    @pytest.mark.parametrize("name", ["site.css", "../error.css"])
    def test_buttons_have_the_colours_of_buttons(self, name):
        said = rules(style(name)[1]["(forced-colors: active)"])["button"]
        assert "ButtonFace" in said
        assert "ButtonText" in said

    def test_what_is_possible_is_hatched_and_what_is_not_known_is_empty_there_too(self, forced):
        assert "LinkText" in declared(forced, ".hatch-line", "stroke")
        assert "LinkText" in declared(forced, f".key.{Look.POSSIBLE}::before", "background")
        assert declared(forced, ".strip .unknown .empty", "fill") == "Canvas"
        assert "dotted" in declared(forced, f".key.{Look.UNKNOWN}::before", "border")


class TestLooks:
    def test_ways_to_other_pages_are_as_high_as_a_finger_asks(self):
        high = declared(style("site.css")[0], ".pager a", "min-height")
        assert float(high.removesuffix("rem")) * 16 >= 24
        assert declared(style("site.css")[0], ".pager a", "display") == "inline-block"

    def test_each_key_looks_like_what_it_explains(self):
        plain = style("site.css")[0]
        assert declared(plain, ".strip .solid", "fill") == declared(plain, ".key.full::before", "background")
        assert declared(plain, ".strip .other .solid", "fill") == declared(plain, ".key.other::before", "background")
        assert "var(--accent)" in declared(plain, ".key.possible::before", "background")
        assert "var(--accent)" in declared(plain, ".hatch-line", "stroke")
        assert declared(plain, ".key.unknown::before", "border-style") == "dotted"
        assert "stroke-dasharray" in rules(plain)[".strip .unknown .empty"]

    def test_what_did_not_take_place_is_hollow(self):
        assert declared(style("site.css")[0], ".strip .off .solid", "fill") == "var(--paper)"

    def test_day_asked_for_and_row_of_it_are_marked(self):
        plain = style("site.css")[0]
        assert "var(--warn)" in rules(plain)[".chosen-day"]
        assert "box-shadow" in rules(plain)[".table .chosen"]
        assert all("var(--quiet)" in rules(plain)[f"{look} td"] for look in (".nobody", ".not-known"))
        assert "var(--accent)" in rules(plain)[".menu [aria-current]"]

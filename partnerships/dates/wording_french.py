"""French, with its typography: a no-break space before a colon, a narrow one before a semicolon."""

from typing import ClassVar

from .moments import Moment
from .month_and_season_names import MONTHS, SEASONS
from .named_parts import DatePart, PartKind
from .phrasing import Phrasing, elided, is_limit, saying_of, unit_of
from .sayings import Doubt, Manner, Nearness, Saying
from .units import LAST_YEAR, SPRING, WINTER, Precision, Unit

_THIRDS = ("début", "milieu", "fin")
_ORDINALS = ("premier", "deuxième", "troisième", "quatrième")
_NEAR = {Nearness.SOON: "peu ", Nearness.SHORTLY: "peu de temps ", Nearness.JUST: "juste ", Nearness.ANY: ""}
_THAT = {
    Precision.MONTH: "ce mois-là",
    Precision.YEAR: "cette année-là",
    Precision.DECADE: "dans cette décennie",
}
_VOWELS = ("a", "o", "u", "é", "e", "à")
_THAT_SEASON = ("ce printemps-là", "cet été-là", "cet automne-là", "cet hiver-là")


class French(Phrasing):
    START_UNKNOWN, END_UNKNOWN = "début inconnu", "aucune fin consignée"
    START_OPEN, END_OPEN, END_NEVER = "sans commencement", "toujours en cours", "sans fin"
    BOTH_UNKNOWN = "dates inconnues"
    SINCE_UNKNOWN = "depuis une date inconnue"
    DOUBTS: ClassVar = {
        Doubt.UNSURE: "date incertaine",
        Doubt.PROBABLY: "probablement",
        Doubt.PERHAPS: "peut-être",
        Doubt.APPARENTLY: "apparemment",
        Doubt.REPORTEDLY: "selon certaines sources",
        Doubt.TO_CONFIRM: "à confirmer",
        Doubt.UNCONFIRMED: "date non confirmée",
    }
    BOTH_UNCERTAIN = "dates incertaines"
    AT_LEAST = "au moins"

    def unit(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"{_day(unit)} {_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.MONTH:
            return f"{_month(unit)} {unit.year:04d}"
        if unit.precision is Precision.DECADE:
            return f"années {unit.year:04d}"
        if unit.precision is Precision.SEASON:
            return f"{SEASONS['fr'][unit.month]} {_season_year(unit)}"
        return f"{unit.year:04d}"

    def part(self, part: DatePart) -> str:
        return (
            f"{self._part_name(part)} {self._part_of(part)}".strip()
            .replace("mi- ", "mi-")
            .replace("de a", "d’a")
            .replace("de o", "d’o")
        )

    def _part_name(self, part: DatePart) -> str:
        is_decade = part.unit.precision is Precision.DECADE
        if part.kind is PartKind.CENTURY:
            return f"{roman(part.unit.year // 100 + 1)}{'er' if part.unit.year < 100 else 'e'} siècle"
        if part.kind is PartKind.WEEK:
            return f"semaine {'du' if part.begins_a_week else 'commençant le'} {self.unit(part.unit)}"
        if part.kind is PartKind.QUARTER:
            return f"{_ORDINALS[part.number]} trimestre"
        if part.kind is PartKind.HALF:
            if part.unit.precision is Precision.YEAR:
                return f"{('premier', 'second')[part.number]} semestre"
            half = "quinzaine de" if part.unit.precision is Precision.MONTH else "moitié des"
            return f"{('première', 'seconde')[part.number]} {half}"
        if part.kind is PartKind.TOWARDS:
            return f"vers {('le début', 'le milieu', 'la fin')[part.number]} {'des' if is_decade else 'de'}"
        if is_decade:
            return f"{_THIRDS[part.number]} des"
        return ("début", "mi-", "fin")[part.number]

    def _part_of(self, part: DatePart) -> str:
        if part.kind in (PartKind.CENTURY, PartKind.WEEK):
            return ""
        return self.unit(part.unit)

    def about(self, unit: Unit) -> str:
        return f"vers {self._with_article(unit)}"

    def on_or_about(self, unit: Unit) -> str:
        return f"{self._at(unit)} ou vers cette date"

    def between(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        if isinstance(first, DatePart) or isinstance(last, DatePart):
            return f"entre {self._any(first)} et {self._any(last)}"
        if common := elided(first, last):
            start = _day(first) if common is Precision.DAY else _without_year(first)
            article = "le " if first.precision is Precision.DAY else ""
            return f"entre {article}{start} et {article}{self.unit(last)}"
        return f"entre {self._with_article(first)} et {self._with_article(last)}"

    def either(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        return f"{self.first_of_two(first, last)} ou {self._any(last, of_two=True)}"

    def first_of_two(self, first: Unit | DatePart, last: Unit | DatePart) -> str:
        if isinstance(first, Unit) and isinstance(last, Unit):
            common = elided(first, last)
            if common is Precision.DAY:
                return f"le {_day(first)}"
            if common is Precision.MONTH:
                return f"le {_without_year(first)}" if first.day else _without_year(first)
            if first.precision is last.precision is Precision.SEASON and first.year == last.year:
                return SEASONS["fr"][first.month] if last.month != WINTER else self.unit(first)
        return self._any(first, of_two=True)

    def near(self, saying: Saying) -> str:
        near = _NEAR[saying.near]
        side = "après" if saying.manner is Manner.AFTER else "avant"
        if saying.included and isinstance(saying.first, Unit):
            return f"{self._at(saying.first)} ou {near}{side}"
        if is_limit(saying):
            return f"au plus {'tôt' if saying.manner is Manner.AFTER else 'tard'} {_at(self._any(saying.first))}"
        return f"{near}{side} {self._left_out(saying) or self._any(saying.first)}"

    def _left_out(self, saying: Saying) -> str:
        """What “before late 2018” leaves out: « avant fin 2018 » lets these months in."""
        part = saying.first
        if not isinstance(part, DatePart) or part.kind is not PartKind.THIRD:
            return ""
        named = {Precision.MONTH: "jours", Precision.YEAR: "mois"}.get(part.unit.precision)
        which = {(Manner.BEFORE, 2): "derniers", (Manner.AFTER, 0): "premiers"}.get((saying.manner, part.number))
        return f"les {which} {named} {self.leaving(self.unit(part.unit))}" if named and which else ""

    def within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        return f"{self._at(unit)} ou {_that(whole, later)}"

    def range_into(self, unit: Unit, whole: Unit) -> str:
        return f"{self.unit(unit)} – {_that(whole, later=True)}"

    def bare_within(self, unit: Unit, whole: Unit, *, later: bool) -> str:
        return f"{self.unit(unit)} ou {_that(whole, later)}"

    def bare_limit(self, unit: Unit, *, later: bool) -> str:
        return f"{self.unit(unit)} au plus {'tôt' if later else 'tard'}"

    def begun_within(self, whole: str, end: Moment, *, borrows: bool) -> str:
        if not borrows:
            return f"{whole}, {self.until(end)}"
        unit = unit_of(end)
        return f"{whole}, jusqu’{'au' if unit.day else 'en'} {_without_year(unit)}"

    def or_earlier(self, unit: Unit) -> str:
        return f"au plus tard {self._at(unit)}"

    def or_later(self, unit: Unit) -> str:
        return f"au plus tôt {self._at(unit)}"

    def units_range(self, first: Unit, last: Unit) -> str:
        common = elided(first, last)
        if common is Precision.DAY:
            return f"{_day(first)}-{self.unit(last)}"
        if common is Precision.MONTH:
            dash = "-" if first.precision is Precision.MONTH else " – "
            return f"{_without_year(first)}{dash}{self.unit(last)}"
        if first.precision is last.precision is Precision.YEAR:
            return f"{self.unit(first)}-{self.unit(last)}"
        if first.precision is Precision.DECADE and last.precision is Precision.YEAR and last.year % 10 == 0:
            # « années 1990 – 2000 » could be two decades.
            return f"des {self.unit(first)} à l’an {self.unit(last)}"
        return f"{self.unit(first)} – {self.unit(last)}"

    def since(self, moment: Moment) -> str:
        saying = saying_of(moment)
        if saying and saying.manner is Manner.PART:
            return self.doubted(f"depuis {self._any(saying.first)}", moment)
        if saying:
            return f"depuis {self.moment(moment)}"
        return self._signed(moment, f"depuis {self._with_article(unit_of(moment))}")

    def from_(self, moment: Moment) -> str:
        return f"à partir {self.leaving(self.since_any(moment))}"

    def leaving(self, since: str) -> str:
        text = since.removeprefix("depuis ")
        for article, contracted in (("le ", "du "), ("les ", "des ")):
            if text.startswith(article):
                text = f"{contracted}{text.removeprefix(article)}"
                return text.replace(", le ", ", du ").replace(" ou le ", " ou du ")
        return f"d’{text}" if text.startswith(_VOWELS) else f"de {text}"

    def since_loosely(self, moment: Moment) -> str:
        saying = saying_of(moment)
        if saying is None or is_limit(saying):
            limit = self._any(saying.first) if saying else self._with_article(_limit(moment))
            return self.doubted(f"depuis {limit} {self._at_the(moment)}", moment)
        if _is_between(saying):
            return self.doubted(f"depuis {self._between(moment, saying)}", moment)
        return _since(self.moment(moment))

    def until_loosely(self, moment: Moment) -> str:
        saying, text = saying_of(moment), self.moment(moment)
        if saying is None or is_limit(saying):
            limit = _until(self._any(saying.first) if saying else self._at(_limit(moment)))
            return self.doubted(f"{limit} {self._at_the(moment)}", moment)
        if _is_between(saying):
            return self.doubted(f"jusqu’à {self._between(moment, saying)}", moment)
        if saying.manner is Manner.EITHER and isinstance(saying.first, Unit) and not saying.first.day:
            return f"jusqu’en {text}"
        return _until(text).replace(", le ", ", au ").replace(" ou le ", " ou au ")

    def _between(self, moment: Moment, saying: Saying) -> str:
        between = self.between(saying.first, saying.last) if saying.last else self.moment(moment)
        return f"une date comprise {between}"

    def _at_the(self, moment: Moment) -> str:
        return f"au plus {'tôt' if moment.last is None else 'tard'}"

    def until(self, moment: Moment) -> str:
        saying = saying_of(moment)
        if saying:
            is_part = saying.manner is Manner.PART
            return _until(self.doubted(self._any(saying.first), moment) if is_part else self.moment(moment))
        unit = unit_of(moment)
        if unit.precision is Precision.DECADE:
            return self._signed(moment, f"jusque dans les {self.unit(unit)}")
        return self._signed(moment, _until(self._at(unit)))

    def _signed(self, moment: Moment, text: str) -> str:
        if moment.approximate:
            text = f"{text} environ"
        return self.doubted(text, moment)

    def _any(self, what: Unit | DatePart, *, of_two: bool = False) -> str:
        """In a sentence, with the article where French wants one; of two alternatives, only days have it."""
        if isinstance(what, Unit):
            return self.unit(what) if of_two and what.precision is not Precision.DAY else self._with_article(what)
        text = self.part(what)
        bare = what.unit.precision is not Precision.DECADE and what.kind in (PartKind.THIRD, PartKind.EDGE)
        if of_two or what.kind is PartKind.TOWARDS or (bare and what.number != 1):
            return text
        feminine = text.startswith(("fin", "mi-", "première", "seconde", "semaine"))
        return f"{'la' if feminine else 'le'} {text}"

    def _with_article(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"le {self.unit(unit)}"
        if unit.precision is Precision.DECADE:
            return f"les {self.unit(unit)}"
        if unit.precision is Precision.SEASON:
            return f"{'le ' if unit.month == SPRING else 'l’'}{self.unit(unit)}"
        return self.unit(unit)

    def _at(self, unit: Unit) -> str:
        if unit.precision is Precision.DAY:
            return f"le {self.unit(unit)}"
        if unit.precision is Precision.DECADE:
            return f"dans les {self.unit(unit)}"
        if unit.precision is Precision.SEASON:
            return f"{'au ' if unit.month == SPRING else 'à l’'}{self.unit(unit)}"
        return f"en {self.unit(unit)}"


def _limit(moment: Moment) -> Unit:
    """The day, month or year beyond which a moment without a second bound lies."""
    limit = moment.first or moment.last
    if limit is None:
        raise ValueError(f"{moment.edtf} has no end to name.")
    return limit


def _is_between(saying: Saying) -> bool:
    """Whether it is said by its two ends; so is one of two seasons, which have their own prepositions."""
    is_season = isinstance(saying.first, Unit) and saying.first.precision is Precision.SEASON
    return saying.manner is Manner.BETWEEN or (saying.manner is Manner.EITHER and is_season)


def _at(text: str) -> str:
    """« le premier trimestre » where something is said to happen in it."""
    if text.startswith("le "):
        return f"au {text.removeprefix('le ')}"
    return f"à {text}" if text.startswith("la ") else text


def _day(unit: Unit) -> str:
    return "1er" if unit.day == 1 else str(unit.day)


def _month(unit: Unit) -> str:
    return MONTHS["fr"][unit.month - 1]


def _without_year(unit: Unit) -> str:
    return f"{_day(unit)} {_month(unit)}" if unit.day else _month(unit)


def _season_year(unit: Unit) -> str:
    if unit.month == WINTER and unit.year < LAST_YEAR:
        return f"{unit.year:04d}-{unit.year + 1:04d}"
    return f"{unit.year:04d}"


def roman(number: int) -> str:
    """The number of a century in Roman numerals."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _until(text: str) -> str:
    for article, contracted in (("le ", "jusqu’au "), ("la ", "jusqu’à la "), ("en ", "jusqu’en ")):
        if text.startswith(article):
            return f"{contracted}{text.removeprefix(article)}"
    if text.startswith(("au ", "à ")):
        return f"jusqu’{text}"
    if text.startswith(("début", "fin", "peu", "juste")):
        return f"jusqu’à {text}"
    return f"jusqu’{text}" if text.startswith("a") else f"jusque {text}"


def _since(text: str) -> str:
    for said, joined in (("au ", "le "), ("à l’", "l’"), ("en ", ""), ("dans ", "")):
        if text.startswith(said):
            return f"depuis {joined}{text.removeprefix(said)}"
    return f"depuis {text}"


def _that(whole: Unit, later: bool) -> str:
    that = _THAT_SEASON[whole.month - SPRING] if whole.precision is Precision.SEASON else _THAT[whole.precision]
    return f"{'plus tard' if later else 'plus tôt'} {that}"

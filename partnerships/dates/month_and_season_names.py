"""The names of months, seasons and weekdays, in French and in English: in full, and in short as people type them."""

from .units import AUTUMN, SPRING, SUMMER, WINTER

MONTHS: dict[str, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

#: Folded; the full stop behind them is read elsewhere.
MONTHS_IN_SHORT = (
    "janv jan", "fevr fev febr feb", "mar", "avr apr", "", "jun", "juill juil jul jly", "aou aug",
    "sept sep 7bre", "oct 8bre", "nov 9bre", "dec 10bre xbre",
)  # fmt: skip

SEASONS: dict[str, dict[int, str]] = {
    "fr": {SPRING: "printemps", SUMMER: "été", AUTUMN: "automne", WINTER: "hiver"},
    "en": {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"},
}

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

WEEKDAYS_IN_SHORT = ("lun mon", "tue tues", "mer wed", "jeu thu thur thurs", "ven fri", "sam sat", "dim sun")

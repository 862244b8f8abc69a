"""Words that decide what a sentence says stand in both languages: a text that says “possibly” says « peut-être »."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

#: What stands in the English text, and what must then stand in the French one.
FRENCH_OF = {
    r"\b[Pp]ossibly\b|\b[Pp]erhaps\b": r"[Pp]eut-être|certaine ou possible",
    r"\bnot known\b": r"ignore|pas connu|non connu|inconnu|ne sait pas|ne connaît pas",
    r"\b[Nn]obody\b": r"[Pp]ersonne|[Aa]ucune|\bseul\b|\brien\b",
    r"\bvacant\b": r"vacant",
    r"\bcertain(ly)?\b": r"certain|certitude",
    r"\bno longer\b": r"plus\b",
    r"\bdid not exist yet\b": r"n’existait pas encore",
    r"\bcontradict": r"contredi|contradiction",
    r"\bdisagree": r"désaccord|diverge|oppos",
    r"\b[Ss]upports\b": r"étaye",
    r"\bwithdraw\b|\b[Ww]ithdrawn\b": r"[Rr]etir|retrait",
    r"\b[Pp]ublished\b": r"[Pp]ubli|éditeur",
    r"\bdrafts?\b": r"[Bb]rouillon",
    r"\bin review\b|\bfor review\b": r"relecture",
    r"\b[Cc]ancelled\b": r"annulée?",
    r"\bplanned\b": r"prévue?",
    r"\b[Ss]igned\b": r"[Ss]ign",
    r"\(acting\)|^acting$": r"par intérim",
    r"\bnever served\b": r"jamais exercé",
    r"\b[Ll]ast seen\b": r"[Dd]ernière (fois|attestation)",
    r"\b[Nn]ext seen\b": r"ensuite|suivante",
    r"\bthereby\b": r"de ce fait|à ce titre",
    r"\bstill going on\b": r"(toujours|encore) en cours|dure encore",
}
#: The other way round: what the French text must not say of itself.
ENGLISH_OF = {
    r"[Pp]eut-être": r"(?i)possibl|perhaps|may\b|might",
    r"\bvacante?\b": r"vacant",
    r"\bretirée?s?\b": r"withdraw|[Ww]ithdrawn",
    r"\bbrouillons?\b": r"(?i)draft|\breturn\b",
    r"\bannulée?s?\b": r"(?i)cancel|undone",
    r"\bn’existait plus\b": r"no longer",
    r"\bpas encore\b": r"(?i)\byet\b|not .* before|until|holds nothing",
    r"\bcontredi": r"contradict|disagree",
    r"\bintérim\b": r"acting|interim",
    r"\b[Oo]n ignore\b|\bl’ignore\b": r"(?i)not known|unknown",
}


def texts():
    with (settings.BASE_DIR / "partnerships/locale/fr/LC_MESSAGES/django.po").open("rb") as file:
        for message in read_po(file, locale="fr"):
            if message.id:
                one = isinstance(message.id, str)
                yield from [(message.id, message.string)] if one else zip(message.id, message.string, strict=False)


class TestCatalogue:
    @pytest.mark.parametrize("english", FRENCH_OF)
    def test_french_says_what_english_says(self, english):
        found = [(text, french) for text, french in texts() if re.search(english, text)]
        assert found, "no text says this any more: strike it"
        assert [pair for pair in found if not re.search(FRENCH_OF[english], pair[1])] == []

    @pytest.mark.parametrize("french", ENGLISH_OF)
    def test_french_says_no_more_than_english(self, french):
        found = [(text, told) for text, told in texts() if re.search(french, told)]
        assert found, "no text says this any more: strike it"
        assert [pair for pair in found if not re.search(ENGLISH_OF[french], pair[0])] == []

"""Words that are read back to others: “Japanese” to Japan and « japonaise » to Japon, « cheffe » to chef, “1990s” to
« années 1990 »."""

import re

#: A shorter stem is the beginning of too much.
SHORTEST = 4
#: In what an adjective ends, and in what the name of its country, in both languages, folded.
_ADJECTIVES = (
    *("ienne", "ien", "eenne", "een", "enne", "en", "aise", "ais", "oise", "ois", "aine", "ain"),
    *("ian", "an", "ese", "n", "i"),
)
_NAMES = ("", "e", "a", "ie", "ia", "y", "ee", "es", "ium", "ique")
#: Feminine forms that share no stem with the masculine.
_FEMININE = {"ffe": "f", "eure": "eur", "euse": "eur"}
#: People whose name is not made of that of their country; folded, in the singular.
_PEOPLES = """
    dutch>netherlands|dutchman>netherlands|neerlandais>netherlands|neerlandaise>netherlands|french>france|
    frenchman>france|francais>france|francaise>france|british>kingdom|briton>kingdom|britannique>royaume|
    swiss>switzerland|danish>denmark|dane>denmark|danois>danemark|danoise>danemark|german>germany|allemand>allemagne|
    allemande>allemagne|turk>turkiye|turkish>turkiye|turc>turquie|turque>turquie|greek>greece|grec>grece|
    grecque>grece|swedish>sweden|swede>sweden|finnish>finland|finn>finland|finlandais>finlande|polish>poland|
    pole>poland|polonais>pologne|polonaise>pologne|spanish>spain|spaniard>spain|espagnol>espagne|espagnole>espagne|
    irish>ireland|irlandais>irlande|icelandic>iceland|icelander>iceland|islandais>islande|afghan>afghanistan|
    kazakh>kazakhstan|uzbek>uzbekistan|ouzbek>ouzbekistan|tajik>tajikistan|tadjik>tadjikistan|turkmen>turkmenistan|
    turkmene>turkmenistan|kyrgyz>kyrgyzstan|kirghize>kirghizistan|zealander>zealand|lebanese>lebanon|emirian>emirates|
    norwegian>norway|
"""
_PEOPLE_OF = {
    people: country for people, _sign, country in (one.strip().partition(">") for one in _PEOPLES.split("|")) if country
}
_DECADE = re.compile(r"([12]\d\d0)(s?)")


def words_within(word: str) -> list[str]:
    """Return the words that may be the country of an adjective, a masculine, or a decade in the other language; most of
    them are no words at all."""
    found = {}
    for one in (word, word.removesuffix("s")):
        for ending in _ADJECTIVES:
            stem = one.removesuffix(ending)
            if stem != one and len(stem) >= SHORTEST:
                found |= dict.fromkeys(stem + name for name in _NAMES)
        if one in _PEOPLE_OF:
            found[_PEOPLE_OF[one]] = None
        for ending, masculine in _FEMININE.items():
            if one.endswith(ending):
                found[one.removesuffix(ending) + masculine] = None
    if decade := _DECADE.fullmatch(word):
        found[decade[1] if decade[2] else f"{word}s"] = None
    found.pop(word, None)
    return list(found)

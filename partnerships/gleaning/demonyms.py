"""Adjectives of States: “the Japanese Minister of Defence”, « une délégation coréenne »."""

import re
from collections.abc import Collection, Iterator, Mapping

from partnerships.folding import fold

from .text import Sentence, Word

#: By the code of each State, its adjective in English and in French, as of a man. Those that States share stand apart.
_ADJECTIVES = """
af:Afghan:afghan|al:Albanian:albanais|dz:Algerian:algérien|ad:Andorran:andorran|ao:Angolan:angolais
ar:Argentine:argentin|am:Armenian:arménien|au:Australian:australien|at:Austrian:autrichien
az:Azerbaijani:azerbaïdjanais|bh:Bahraini:bahreïnien|bd:Bangladeshi:bangladais|by:Belarusian:biélorusse
be:Belgian:belge|bj:Beninese:béninois|bt:Bhutanese:bhoutanais|bo:Bolivian:bolivien|ba:Bosnian:bosnien
bw:Botswanan:botswanais|br:Brazilian:brésilien|bn:Bruneian:brunéien|bg:Bulgarian:bulgare|bf:Burkinabe:burkinabé
bi:Burundian:burundais|kh:Cambodian:cambodgien|cm:Cameroonian:camerounais|ca:Canadian:canadien
cv:Cape-Verdean:cap-verdien|cf:Central-African:centrafricain|td:Chadian:tchadien|cl:Chilean:chilien
cn:Chinese:chinois|co:Colombian:colombien|km:Comorian:comorien|cr:Costa-Rican:costaricain|hr:Croatian:croate
cu:Cuban:cubain|cy:Cypriot:chypriote|cz:Czech:tchèque|dk:Danish:danois|dj:Djiboutian:djiboutien
ec:Ecuadorian:équatorien|eg:Egyptian:égyptien|sv:Salvadoran:salvadorien|er:Eritrean:érythréen|ee:Estonian:estonien
et:Ethiopian:éthiopien|fj:Fijian:fidjien|fi:Finnish:finlandais|fr:French:français|ga:Gabonese:gabonais
gm:Gambian:gambien|ge:Georgian:géorgien|de:German:allemand|gh:Ghanaian:ghanéen|gr:Greek:grec
gt:Guatemalan:guatémaltèque|ht:Haitian:haïtien|hn:Honduran:hondurien|hu:Hungarian:hongrois|is:Icelandic:islandais
in:Indian:indien|id:Indonesian:indonésien|ir:Iranian:iranien|iq:Iraqi:iraquien|iq:Iraqi:irakien|ie:Irish:irlandais
il:Israeli:israélien|it:Italian:italien|ci:Ivorian:ivoirien|jm:Jamaican:jamaïcain|jp:Japanese:japonais
jo:Jordanian:jordanien|kz:Kazakh:kazakh|kz:Kazakhstani:kazakhstanais|ke:Kenyan:kényan|kw:Kuwaiti:koweïtien
kg:Kyrgyz:kirghize|la:Lao:laotien|lv:Latvian:letton|lb:Lebanese:libanais|lr:Liberian:libérien|ly:Libyan:libyen
li:Liechtenstein:liechtensteinois|lt:Lithuanian:lituanien|lu:Luxembourg:luxembourgeois|mg:Malagasy:malgache
mw:Malawian:malawien|my:Malaysian:malaisien|mv:Maldivian:maldivien|ml:Malian:malien|mt:Maltese:maltais
mr:Mauritanian:mauritanien|mu:Mauritian:mauricien|mx:Mexican:mexicain|md:Moldovan:moldave|mc:Monegasque:monégasque
mn:Mongolian:mongol|me:Montenegrin:monténégrin|ma:Moroccan:marocain|mz:Mozambican:mozambicain|mm:Burmese:birman
na:Namibian:namibien|np:Nepali:népalais|nl:Dutch:néerlandais|nz:New-Zealand:néo-zélandais|ni:Nicaraguan:nicaraguayen
ng:Nigerian:nigérian|mk:Macedonian:macédonien|no:Norwegian:norvégien|om:Omani:omanais|pk:Pakistani:pakistanais
pa:Panamanian:panaméen|py:Paraguayan:paraguayen|pe:Peruvian:péruvien|ph:Philippine:philippin|pl:Polish:polonais
pt:Portuguese:portugais|qa:Qatari:qatarien|kr:South-Korean:sud-coréen|kp:North-Korean:nord-coréen
ro:Romanian:roumain|ru:Russian:russe|rw:Rwandan:rwandais|sm:Sammarinese:saint-marinais|sa:Saudi:saoudien
sn:Senegalese:sénégalais|rs:Serbian:serbe|sc:Seychellois:seychellois|sl:Sierra-Leonean:sierra-léonais
sg:Singaporean:singapourien|sk:Slovak:slovaque|si:Slovenian:slovène|so:Somali:somalien|za:South-African:sud-africain
es:Spanish:espagnol|lk:Sri-Lankan:sri-lankais|sd:Sudanese:soudanais|sr:Surinamese:surinamais|se:Swedish:suédois
ch:Swiss:suisse|sy:Syrian:syrien|tj:Tajik:tadjik|tz:Tanzanian:tanzanien|th:Thai:thaïlandais|tl:Timorese:timorais
tg:Togolese:togolais|tt:Trinidadian:trinidadien|tn:Tunisian:tunisien|tr:Turkish:turc|tm:Turkmen:turkmène
ug:Ugandan:ougandais|ua:Ukrainian:ukrainien|ae:Emirati:émirien|gb:British:britannique|us:American:américain
us:US:états-unien|uy:Uruguayan:uruguayen|uz:Uzbek:ouzbek|ve:Venezuelan:vénézuélien|vn:Vietnamese:vietnamien
ye:Yemeni:yéménite|zm:Zambian:zambien|zw:Zimbabwean:zimbabwéen|xk:Kosovo:kosovar
"""
#: Adjectives that several States share: each means the one of them that the text names in full, if it is one alone.
_SHARED_ADJECTIVES = """
kr+kp:Korean:coréen|cg+cd:Congolese:congolais|gn+gq+gw:Guinean:guinéen|do+dm:Dominican:dominicain
"""
#: Feminines that are not made by the rule.
_FEMININES = {"grec": "grecque", "turc": "turque", "letton": "lettone", "andorran": "andorrane", "mongol": "mongole"}
#: What stands behind an adjective, or before it, if it is a title, an officer, a delegation: some words, then it.
_BETWEEN = frozenset(
    ("deputy", "vice", "prime", "foreign", "defence", "defense", "federal", "permanent", "former", "new", "finance")
    + ("interior", "crown")
)
_HEADS_EN = frozenset(
    ("minister", "president", "ambassador", "chancellor", "councillor", "king", "queen", "emir", "amir", "prince")
    + (
        "princess",
        "secretary",
        "premier",
        "admiral",
        "general",
        "colonel",
        "representative",
        "ministers",
        "ambassadors",
        "delegation",
        "delegations",
        "counterpart",
        "counterparts",
        "officer",
        "officers",
    )
)
_HEADS_FR = frozenset(
    ("ministre", "president", "presidente", "ambassadeur", "ambassadrice", "chanceliere", "chancelier", "roi", "reine")
    + ("emir", "secretaire", "amiral", "general", "representant", "representante", "federal", "federale", "ministres")
    + ("delegation", "delegations", "homologue", "homologues", "officier", "officiers")
)
#: A sovereign named by the people: « Roi des Belges », “King of the Belgians”.
_SOVEREIGN = re.compile(r"\b(?:roi|reine|king|queen) (?:des|of the) (?P<people>\w+)\b")


def _forms(french: str) -> Iterator[str]:
    """Yield the forms of a French adjective: of men and women, of one and of several."""
    feminine = _FEMININES.get(french)
    if feminine is None:
        feminine = french if french.endswith("e") else f"{french}{'ne' if french.endswith(('en', 'on')) else 'e'}"
    for form in (french, feminine):
        yield from (form, form if form.endswith(("s", "x")) else f"{form}s")


def _by_word(adjectives: str) -> dict[tuple[str, ...], str]:
    codes: dict[tuple[str, ...], str] = {}
    for each in adjectives.strip().replace("\n", "|").split("|"):
        code, english, french = each.split(":")
        for form in (english, f"{english}s", *_forms(french)):
            codes[tuple(fold(form).split())] = code
    return codes


_CODES, _SHARED = _by_word(_ADJECTIVES), _by_word(_SHARED_ADJECTIVES)


def shared_adjectives(named: Collection[str]) -> dict[tuple[str, ...], str]:
    """Return what adjectives mean that States share, where a text names one of these alone; `named` has the codes."""
    meant = {words: [code for code in codes.split("+") if code in named] for words, codes in _SHARED.items()}
    return {words: codes[0] for words, codes in meant.items() if len(codes) == 1}


def adjectives(
    sentence: Sentence, states: Mapping[str, str], shared: Mapping[tuple[str, ...], str] | None = None
) -> Iterator[tuple[str, int, int]]:
    """Yield the key of each State whose adjective is part of somebody’s title in `sentence`, and where it stands.

    `states` has the keys of States by their codes, `shared` what adjectives mean in this text that States share.
    """
    codes = _CODES | dict(shared or {})
    words = sentence.words
    for number, word in enumerate(words):
        for length in (2, 1):
            named = tuple(each.folded for each in words[number : number + length])
            key = states.get(codes.get(named, "")) if len(named) == length else None
            if key and _in_title(words, number, length):
                yield key, word.start, words[number + length - 1].end
                break
    for found in _SOVEREIGN.finditer(sentence.folded):
        key = states.get(codes.get((found["people"],), ""))
        at = sentence.folded[: found.start("people")].count(" ")
        if key:
            yield key, words[at].start, words[at].end


def is_adjective(word: str) -> bool:
    """Whether a word is the adjective of a State, whichever it is."""
    return (fold(word),) in _CODES or (fold(word),) in _SHARED


def _in_title(words: tuple[Word, ...], number: int, length: int) -> bool:
    before = words[number - 1].folded if number else ""
    if before in _HEADS_FR and not words[number].capital:
        return True
    after = (each.folded for each in words[number + length : number + length + 4])
    return words[number].capital and next((each for each in after if each not in _BETWEEN), "") in _HEADS_EN

"""Names that are typed in a script in which the register does not hold them: kana and Cyrillic by their sounds in
Latin letters, Chinese characters in their old and new forms."""

import re
from collections.abc import Iterator
from itertools import chain, product

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
#: What is not written as its row and its vowel would have it.
_OTHERWISE = {
    kana: sound
    for kana, sound in zip(
        "しじちぢつづふやゆよわをんゔぁぃぅぇぉ",
        ["shi", "ji", "chi", "ji", "tsu", "zu", "fu", "ya", "yu", "yo", "wa", "o", "n", "vu", *_VOWELS],
        strict=True,
    )
}
_SOUNDS = {
    **{kana: row + vowel for row, several in _ROWS.items() for kana, vowel in zip(several, _VOWELS, strict=True)},
    **_OTHERWISE,
}
#: A small one follows a syllable in i, whose vowel it takes.
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_DOUBLES, _LENGTHENS = "っ", "ー"
#: Katakana stand so far behind hiragana.
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}

_LETTERS = dict(zip("абвгдезийклмнопрстуфхцыіє", [*"abvgdeziyklmnoprstufh", "ts", "y", "i", "ye"], strict=True)) | {
    "ё": "yo",
    "ж": "zh",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
}

_KANA = re.compile("[ぁ-ゖァ-ヶー]{2,}")
_CYRILLIC = re.compile("[а-яёіїє]{3,}", re.IGNORECASE)

#: How somebody is addressed in Japanese, behind their name.
_TITLED = re.compile(
    "(?<=[一-鿿々])(?<!内閣)(?<!全権)"
    "(?=内閣総理大臣|総理|首相|外務大臣|外相|防衛大臣|防衛相|特命全権大使|大使(?!館)|事務総長|大統領|氏|さん|様)"
)
#: How sounds are written in Kunrei, and in Hepburn.
_KUNREI = (
    *(("sy", "sh"), ("si", "shi"), ("ty", "ch"), ("ti", "chi"), ("tu", "tsu"), ("zy", "j"), ("zi", "ji")),
    ("(?<![sc])hu", "fu"),
)
_LONG_VOWELS = re.compile("oo|ou|uu")

#: Characters that are one to whoever reads Japanese: the old form, the new one, and what some write in names.
_FORMS = (
    "澤沢/濱浜/齋斎齊斉/邊邉辺/眞真/廣広/國国/櫻桜/龍竜/瀧滝/髙高/﨑崎/惠恵/榮栄/德徳/實実/壽寿/關関/學学/條条/總総/聰聡/"
    "與与/萬万/圓円/黑黒/橫横/藏蔵/嶽岳/嶋島/龜亀/鹽塩/豐豊/彌弥/傳伝/對対/圖図/靜静/淸清/增増/曾曽/驒騨/穗穂/禮礼/祐佑/"
    "冨富/渡渉/鐵鉄/縣県/會会/兒児/莊荘/槇槙/瑤瑶/來来/勳勲/剱剣/藝芸/團団/發発/獨独/佛仏/臺台/灣湾/韓韩"
)
_ALIKE = {one: several for several in _FORMS.split("/") for one in several}


def titles_apart(text: str) -> str:
    """Return `text` with the title behind a Japanese name set apart from it: 河野太郎外務大臣."""
    return _TITLED.sub(" ", text)


def is_katakana(run: str) -> bool:
    """Whether a name is written as those of other countries are."""
    return all("ァ" <= sign <= "ヶ" or sign == _LENGTHENS for sign in run)


def with_short_vowels(sounds: str) -> str:
    """Return the sounds of kana as most people write Japanese names in Latin letters: “Kono” for “Kounou”."""
    return _LONG_VOWELS.sub(lambda found: found[0][0], sounds)


def in_hepburn(word: str) -> str:
    """Return a Japanese name as it is mostly written, of one as Japanese schools write it: Takaiti is Takaichi."""
    for written, usual in _KUNREI:
        word = re.sub(written, usual, word)
    return with_short_vowels(word)


def in_latin_letters(text: str) -> Iterator[tuple[str, str]]:
    """Yield each run of kana or Cyrillic in `text`, with how it sounds."""
    for found in _KANA.finditer(text):
        yield found[0], _from_kana(found[0])
    for found in _CYRILLIC.finditer(text):
        yield found[0], "".join(_LETTERS.get(letter, letter) for letter in found[0].lower())


def _from_kana(run: str) -> str:
    said, doubled = "", False
    for kana in run.translate(_KATAKANA):
        if kana == _DOUBLES:
            doubled = True
            continue
        if kana in _SMALL and said.endswith("i"):
            # “shi” and “ya” are “sha”, “ki” and “ya” are “kya”.
            said = said[:-1] + (_SMALL[kana][1:] if said[-2:-1] in ("h", "j") else _SMALL[kana])
        elif kana != _LENGTHENS:
            sound = _SOUNDS.get(kana, _SMALL.get(kana, ""))
            said += (sound[:1] if doubled else "") + sound
        doubled = False
    return said


def in_other_forms(word: str) -> list[str]:
    """Return a word of Chinese characters in each of the forms that its characters have, as it is typed first."""
    several = [dict.fromkeys(chain(one, _ALIKE.get(one, ""))) for one in word]
    return ["".join(each) for each in product(*several)]

"""Names that are typed in another script."""

import pytest

from partnerships.projections.search.other_scripts import (
    in_hepburn,
    in_latin_letters,
    in_other_forms,
    titles_apart,
    with_short_vowels,
)


@pytest.mark.once
class TestLatinLetters:
    @pytest.mark.parametrize(
        ("text", "sounds"),
        [
            ("こうの", "kouno"),
            ("コウノ", "kouno"),
            ("しんじゅく", "shinjuku"),
            ("きょうと", "kyouto"),
            ("ほっかいどう", "hokkaidou"),
            ("スズキー", "suzuki"),
            ("ん゛あい", "ai"),
            ("Столтенберг", "stoltenberg"),
            ("あいうえおかきくけこがぎぐげごさしすせそざじずぜぞ", "aiueokakikukekogagigugegosashisusesozajizuzezo"),
            ("たちつてとだぢづでどなにぬねのはひふへほ", "tachitsutetodajizudedonaninunenohahifuheho"),
            (
                "ばびぶべぼぱぴぷぺぽまみむめもやゆよらりるれろわをん",
                "babibubebopapipupepomamimumemoyayuyorarirurerowaon",
            ),
            ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeyozhziyklmnoprstufhtschshshchyeyuya"),
            ("Жуков", "zhukov"),
        ],
    )
    def test_are_how_it_sounds(self, text, sounds):
        assert [said for _run, said in in_latin_letters(text)] == [sounds]

    @pytest.mark.parametrize("text", ["Kono", "河野", "の", "да", ""])
    def test_are_not_made_of_what_is_latin_chinese_or_short(self, text):
        assert list(in_latin_letters(text)) == []


@pytest.mark.once
class TestForms:
    def test_are_the_old_and_the_new_and_the_typed_one_first(self):
        assert in_other_forms("北沢") == ["北沢", "北澤"]
        assert in_other_forms("澤") == ["澤", "沢"]
        assert in_other_forms("河野") == ["河野"]


@pytest.mark.once
class TestJapaneseNames:
    @pytest.mark.parametrize(
        ("typed", "apart"),
        [
            ("安倍総理", "安倍 総理"),
            ("河野太郎外務大臣", "河野太郎 外務大臣"),
            ("外務大臣", "外務大臣"),
            ("大使館", "大使館"),
            ("日本大使館", "日本大使館"),
            ("Abe", "Abe"),
        ],
    )
    def test_title_stands_apart_from_the_name_before_it(self, typed, apart):
        assert titles_apart(typed) == apart

    @pytest.mark.parametrize(
        ("typed", "usual"),
        [
            ("takaiti", "takaichi"),
            ("itunori", "itsunori"),
            ("huzisyu", "fujishu"),
            ("shoji", "shoji"),
            ("tarou", "taro"),
        ],
    )
    def test_are_read_as_schools_write_them(self, typed, usual):
        assert in_hepburn(typed) == usual

    @pytest.mark.parametrize(("sounds", "short"), [("kounotarou", "konotaro"), ("oosuga", "osuga"), ("abe", "abe")])
    def test_long_vowels_are_written_short(self, sounds, short):
        assert with_short_vowels(sounds) == short

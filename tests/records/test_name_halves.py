import pytest

from partnerships.records.name_halves import other_half, whole_name


class TestWholeName:
    @pytest.mark.parametrize(
        ("family_name", "given_name", "iso2", "name"),
        [
            ("Dupont", "Marie", "", "Marie Dupont"),
            ("de Hoop Scheffer", "Jaap", "NL", "Jaap de Hoop Scheffer"),
            ("Abe", "Shinzō", "JP", "Shinzō Abe"),
            ("Ban", "Ki-moon", "KR", ""),
            ("林", "肇", "JP", ""),
        ],
    )
    def test_where_one_can_tell_which_half_comes_first(self, family_name, given_name, iso2, name):
        assert whole_name(family_name, given_name, iso2) == name


class TestOtherHalf:
    @pytest.mark.parametrize(
        ("name", "halves", "both"),
        [
            ("Shinzo Abe", ("Abe", ""), ("Abe", "Shinzo")),
            ("Ban Ki-moon", ("", "Ki-moon"), ("Ban", "Ki-moon")),
            ("Shinzo Abe", ("", ""), ("", "")),
            ("Joe Biden", ("Biden", "Joseph"), ("Biden", "Joseph")),
        ],
    )
    def test_is_what_is_left_of_the_name(self, name, halves, both):
        assert other_half(name, *halves) == both

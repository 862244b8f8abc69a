"""What templates ask of a record."""

from django.utils.translation import override

from partnerships.models import Citation, Posting, State
from partnerships.templatetags.records import as_picture, each_once, parted_by, prose


class TestProse:
    def test_is_the_text(self):
        assert "One." in prose(Posting(summary_en="One.", summary_fr="One."), "summary")

    def test_of_a_kind_without_the_text_is_nothing(self):
        """The common card of a kind that has no summary ended in an error, on every page where it stands."""
        assert prose(State(name_en="Japan"), "summary") == ""


class TestAsPicture:
    def test_is_the_address_of_its_smallest_file(self):
        assert as_picture("a" * 64 + "_400") == "/pictures/" + "a" * 64 + "-400.jpg"

    def test_of_another_text_is_nothing(self):
        for text in ("", "a" * 64, "a" * 63 + "_400", "a" * 64 + "_400 and more"):
            assert as_picture(text) == "", text


class TestPartedBy:
    def test_no_sign_stands_behind_a_sentence(self):
        for language, between in (("en", "; "), ("fr", "\u202f; ")):
            with override(language):
                assert parted_by(Citation(remark_en="The day.", remark_fr="Le jour."), "; ") == " "
                assert parted_by(Citation(remark_en="the day", remark_fr="le jour"), "; ") == between
                assert parted_by(Citation(), "· ") == "· "


class TestEachOnce:
    def test_leaves_out_what_says_the_same_of_another_field(self):
        first, again = (Citation(source_id=1, field=field) for field in ("start", "period"))
        others = [
            Citation(source_id=1, locator="§ 2"),
            Citation(source_id=1, remark_en="He left."),
            Citation(source_id=1, stance="contradicts", value="2018"),
            Citation(source_id=2),
        ]
        assert each_once([first, again, *others]) == [first, *others]

"""Every cell of the matrix of contradictions has its case, and what is sound is left alone."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from partnerships.consistency import RULES, check_register, posts, search, whereabouts
from partnerships.consistency.register import CHECKS
from tests.factories import (
    AreaFactory,
    MeetingFactory,
    OfficeFactory,
    ParticipationFactory,
    PersonFactory,
    TenureFactory,
)

from .cases import milestone

pytestmark = pytest.mark.django_db

MATRIX = Path(__file__).resolve().parents[2] / "docs" / "contradictions.md"

#: What looks like a contradiction and is none: everybody arrives before presenting credentials and taking office;
#: relations with a partner precede the partnership; a posting may name nobody.
SOUND = {
    "arrival before the start": lambda: milestone("arrived")("2009-12-01"),
    "departure after the end": lambda: milestone("departed")("2012-02-01"),
    "an office claimed of which nothing is recorded": lambda: ParticipationFactory(
        office=OfficeFactory(), meeting=MeetingFactory()
    ),
    "an office claimed in which somebody never served": lambda: [
        ParticipationFactory(person=tenure.person, office=tenure.office, meeting=MeetingFactory())
        for tenure in [TenureFactory(never_served=True, period="")]
    ],
    "a draft named in one language": lambda: AreaFactory(name_en=None, name_fr="Domaine"),
    "a date of which nothing is known": lambda: TenureFactory(
        period="", office=OfficeFactory(period="2000/2010"), person=PersonFactory(death="1990")
    ),
    "another holder who stands in": lambda: [
        TenureFactory(office=office, acting=acting, period="2010-01-01/2012-01-01")
        for office in [OfficeFactory()]
        for acting in (False, True)
    ],
    "two holders of an office of several": lambda: [
        TenureFactory(office=office, period="2010-01-01/2012-01-01")
        for office in [OfficeFactory(single_holder=False)]
        for _ in range(2)
    ],
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_left_alone(name):
    SOUND[name]()
    assert check_register() == []


class TestMatrix:
    @pytest.mark.parametrize("check", CHECKS)
    def test_every_kind_of_finding_has_a_case_beside_its_module(self, check):
        cases = import_module(f"tests.consistency.test_{check}").CASES
        assert {case.code for case in cases} == {code for code, rule in RULES.items() if rule.check == check}

    def test_every_kind_of_finding_is_written_down_with_its_severity(self):
        written = dict(re.findall(r"`([a-z-]+)` \((error|warning|note)\)", MATRIX.read_text()))
        assert written == {code: rule.severity.value for code, rule in RULES.items()}

    @pytest.mark.once
    def test_says_the_figures_that_hold(self):
        text = " ".join(MATRIX.read_text().split())
        for said in (
            f"more than {posts.FAR} km |",
            f"more than {whereabouts.ELSEWHERE} km outside",
            f"more than {whereabouts.DAY_TRIP:,} km apart",
        ):
            assert said in text
        assert search.MOST == 1_000
        assert "another thousand are read word by word each day" in text

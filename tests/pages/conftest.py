"""An office with three holders, and a mission that an ambassador headed first."""

import pytest

from tests.factories import PUBLISHED, DesignationFactory, EmbassyFactory, MissionFactory, OfficeFactory

from .successions import served


@pytest.fixture
def office():
    office = OfficeFactory(key="office", **PUBLISHED)
    served(office, "Person A", "2010-01-01/2012-12-31")
    served(office, "Person B", "2013-01-01/2015-12-31")
    served(office, "Person C", "2016-01-01/2018-12-31")
    return office


@pytest.fixture
def mission():
    mission, embassy = MissionFactory(key="mission", **PUBLISHED), EmbassyFactory(**PUBLISHED)
    own = OfficeFactory(mission=mission, heads_post=True, **PUBLISHED)
    ambassador = OfficeFactory(name_en="Ambassador", embassy=embassy, heads_post=True, **PUBLISHED)
    DesignationFactory(mission=mission, embassy=embassy, period="2018-07-01/2020-12-31", **PUBLISHED)
    served(ambassador, "Person A", "2017-01-01/2020-12-31")
    served(own, "Person B", "2021-01-01/2022-12-31")
    return mission

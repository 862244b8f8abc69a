"""When two addresses are those of one document."""

import pytest

from partnerships.records.same_document import document_at

SAME = "https://www.nato.int/x"


@pytest.mark.parametrize(
    "url",
    [
        "http://nato.int/x/",
        "https://NATO.int/x",
        "https://reader@nato.int/x",
        "https://nato.int:443/x#part",
        "http://www.nato.int:80/x",
        " https://www.nato.int/x ",
    ],
)
def test_protocol_www_port_part_and_last_stroke_make_no_other_document(url):
    assert document_at(url) == document_at(SAME)


@pytest.mark.parametrize(
    "url",
    [
        "https://nato.int/X",
        "https://nato.int/x?id=2",
        "https://nato.int/x/y",
        "https://shape.nato.int/x",
        "ftp://nato.int/x",
    ],
)
def test_path_question_and_host_do(url):
    assert document_at(url) != document_at(SAME)


@pytest.mark.parametrize("url", ["", "nonsense", "https://[::1"])
def test_what_is_no_address_stays_as_it_is(url):
    assert document_at(url) == url


def test_two_questions_are_two_documents_whichever_way_they_are_asked():
    one, again, other = (
        document_at(url)
        for url in ("https://nato.int/x?id=2", "http://www.nato.int/x/?id=2", "https://nato.int/x?id=3")
    )
    assert one == again != other

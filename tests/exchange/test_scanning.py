import json

import pytest

from partnerships.exchange.scanning import scan
from tests.growth import growth


def sentences(content, name="a.json"):
    return [str(finding) for finding in scan(name, content).findings]


class TestArray:
    def test_each_object_has_the_line_on_which_it_begins(self):
        scanned = scan("a.json", b'[\n{"model": 1},\n\n  {"model":\n 2}, {"model": 3}]\n')
        assert [(place.line, value["model"]) for place, value in scanned.objects] == [(2, 1), (4, 2), (5, 3)]
        assert scanned.findings == []

    def test_an_empty_list_holds_nothing(self):
        assert scan("a.json", b" [ ] ").objects == []
        assert sentences(b" [ ] ") == []

    def test_a_broken_object_is_placed_and_the_others_are_read(self):
        scanned = scan("a.json", b'[\n{"model": 1},\n{"model": "x", "key": oops},\n{"model": 3}\n]')
        assert [place.line for place, _value in scanned.objects] == [2, 4]
        assert [(finding.place.line, finding.place.column) for finding in scanned.findings] == [(3, 23)]

    @pytest.mark.parametrize("content", [b'[{"model": 1}', b'[{"model": 1} {"model": 2}]', b'[{"model": 1},]', b"[{"])
    def test_a_list_that_is_not_json_is_refused(self, content):
        assert "This is not JSON" in sentences(content)[0]

    def test_keys_of_what_is_broken_are_known_and_those_of_the_others_are_not(self):
        scanned = scan("a.json", b'[{"model": 1, "fields": {"key": "a", x}},\n{"model": 2, "fields": {"key": "b"}}]')
        assert (scanned.broken_keys, [value["model"] for _place, value in scanned.objects]) == ({"a"}, [2])

    def test_value_that_a_fixture_does_not_hold_hides_none_of_the_others(self):
        scanned = scan("a.json", b'[{"model": NaN}, {"model": 2},\n{"model": {"a": 1, "a": 2}},\n{"model": 4}]')
        assert [value["model"] for _place, value in scanned.objects] == [2, 4]
        assert [(finding.place.line, finding.place.column) for finding in scanned.findings] == [(1, 0), (2, 0)]
        assert ["NaN is not a number" in finding.message for finding in scanned.findings] == [True, False]

    @pytest.mark.parametrize(("deep", "read"), [(19, True), (20, False)])
    def test_nesting_is_deep_beyond_some_number(self, deep, read):
        scanned = scan("a.json", b'[{"model": ' + b"[" * deep + b"]" * deep + b"}]")
        assert (len(scanned.objects), len(scanned.findings)) == ((1, 0) if read else (0, 1))

    def test_place_is_told_with_its_column_on_each_line(self):
        assert sentences(b"[] x")[0].startswith("a.json:1:4: Nothing is expected")
        assert sentences(b"[\n{}]\n  x")[0].startswith("a.json:3:3: Nothing is expected")
        assert sentences(b"[] \r\n\t ") == []

    def test_mark_at_the_beginning_of_a_file_is_no_text(self):
        scanned = scan("a.json", b'\xef\xbb\xbf[{"model": 1}]')
        assert ([value["model"] for _place, value in scanned.objects], scanned.findings) == ([1], [])

    def test_what_follows_the_list_is_refused(self):
        assert "a.json:2:1: Nothing is expected after the list." in sentences(b"[]\nx")

    def test_a_name_given_twice_is_refused(self):
        assert "“key” is given twice" in sentences(b'[{"model": 1, "fields": {"key": "a", "key": "b"}}]')[0]

    @pytest.mark.parametrize("depth", [30, 100_000])
    def test_deep_nesting_is_refused(self, depth):
        assert "nested too deeply" in sentences(b'[{"model": ' + b"[" * depth + b"]" * depth + b"}]")[0]

    @pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"9" * 5000])
    def test_numbers_that_are_none_are_refused(self, number):
        assert len(sentences(b'[{"model": ' + number + b"}]")) == 1

    def test_a_broken_object_hides_neither_the_next_of_its_line_nor_the_next_line(self):
        scanned = scan("a.json", b'[{"model": "x}, {"model": 2}, {"model": oops},\n{"model": 3}]')
        assert [value["model"] for _place, value in scanned.objects] == [2, 3]
        assert len(scanned.findings) == 2


DEEP = b'{"model":' * 100_000


class TestHostile:
    """What nobody writes is refused in little time and few words."""

    @pytest.mark.parametrize(
        "repeated",
        [
            lambda n: b"[" + b'{"model":' * n,
            lambda n: b"[" + b'{"model":\n' * n,
            lambda n: b"[" + b'{"model":[' * n + b"]",
            lambda n: b"[" + b'{"model":1,"fields":{' * n,
            lambda n: b"[" + b'{"model": 0 ' * n,
            lambda n: b"[" + b'{"model": 0\n' * n,
            lambda n: b"[" + b'{"model": "' * n,
            lambda n: b"[" + b'{"model":{"model":[1,2,3,{"model":' * n + b"oops",
            lambda n: b"[" + b'{"key": 1, ' * n,
            lambda n: b'{"model": 1}\n' + b"[" * n,
            lambda n: b'{"model": 1}\n' + b"oops\n" * n,
            lambda n: b'{"model": 1}\n' + b"[[[[[[[[[[[[[[[[[[[[[[[[\n" * n,
        ],
        ids=range(12),
    )
    def test_it_takes_no_more_time_than_its_length_and_gives_few_findings(self, repeated):
        assert 1 <= len(sentences(repeated(100_000))) <= 1001
        # Eight times as much: a way that looked back from each place would take sixty-four times as long.
        assert growth(lambda n: sentences(repeated(n)), 12_500, 100_000) < 24

    def test_nesting_without_end_is_reported_once_and_the_next_line_is_read(self):
        scanned = scan("a.json", b"[\n" + DEEP + b'\n{"model": 1},\n{"model": 2}\n]')
        assert [value["model"] for _place, value in scanned.objects] == [1, 2]
        assert ["nested too deeply" in finding.message for finding in scanned.findings] == [True]

    def test_a_name_given_twice_is_found_at_once_among_many(self):
        def found(number):
            names = [*range(number), number - 1]
            content = json.dumps([{"model": 1}])[:-2] + "".join(f', "{name}": 0' for name in names) + "}]"
            return sentences(content.encode())[0]

        assert "“99999” is given twice" in found(100_000)
        assert growth(found, 12_500, 100_000) < 24

    def test_where_reading_stops_is_said(self):
        found = sentences(b'{"model": 1}\n' + b"oops\n" * 5000)
        assert "a.json:1002: The file has more than 1000 errors; the rest is not read." in found[-1]


class TestLines:
    def test_each_line_is_an_object(self):
        scanned = scan("a.jsonl", b'{"model": 1}\n\n{"model": 2}\r\n')
        assert [(place.line, value["model"]) for place, value in scanned.objects] == [(1, 1), (3, 2)]

    def test_a_broken_line_is_placed_and_the_others_are_read(self):
        scanned = scan("-", b'{"model": 1}\n{"model": \n{"model": 3} x\n{"model": 4}')
        assert [place.line for place, _value in scanned.objects] == [1, 4]
        assert [finding.place.line for finding in scanned.findings] == [2, 3]

    def test_one_object_is_a_line_where_it_stands_on_one(self):
        for name in ("a.json", "a.jsonl"):
            scanned = scan(name, b' {"model": 1}\n')
            assert [(place.line, value["model"]) for place, value in scanned.objects] == [(1, 1)], name
        assert [finding.place.line for finding in scan("a.jsonl", b'{\n"model": 1\n}').findings] == [1, 2, 3]

    def test_what_stands_behind_an_object_is_placed_by_its_column(self):
        (finding,) = scan("a.jsonl", b'{"model": 1}\n  {"model": 2} x').findings
        assert (finding.place.line, finding.place.column) == (2, 16)
        assert "nothing more is expected on this line" in finding.message


class TestNoList:
    @pytest.mark.parametrize("content", [b"", b" \n"])
    def test_an_empty_file_is_refused(self, content):
        assert "The file is empty" in sentences(content)[0]

    def test_bytes_that_are_not_utf8_are_refused_with_their_line(self):
        assert sentences(b'[\n{"model": "\xff"}]')[0].startswith("a.json:2: The file is not UTF-8")

    @pytest.mark.parametrize("content", [b"12", b'"text"', b'{\n"model": 1\n}'])
    def test_anything_but_a_list_is_refused(self, content):
        assert sentences(content)[0].startswith("a.json:1: A list of objects is expected")
        assert sentences(b"\n\n" + content)[0].startswith("a.json:3: A list of objects is expected")

"""What all workers keep together: each version of the code reads its own alone."""

import time

import pytest

from partnerships import shared_cache
from partnerships.shared_cache import fingerprint_of, share, shared_value, shared_values


@pytest.fixture
def code(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("A = 1")
    monkeypatch.setattr(shared_cache, "CODE", tmp_path)
    return tmp_path


def upgraded(code, name="a.py", text="A = 2"):
    (code / name).write_text(text)
    fingerprint_of.cache_clear()


class TestFingerprint:
    def test_is_that_of_what_the_modules_say_and_of_their_names(self, code):
        found = {fingerprint_of(code)}
        for name, text in (("a.py", "A = 2"), ("b.py", ""), ("b.py", "A = 2")):
            upgraded(code, name, text)
            found.add(fingerprint_of(code))
        assert len(found) == 4

    def test_is_read_once(self, code):
        before = fingerprint_of(code)
        (code / "a.py").write_text("A = 3")
        assert fingerprint_of(code) == before


class TestShared:
    def test_is_kept_until_it_is_replaced(self, monkeypatch):
        share("numbers", 1)
        later = time.time() + 100 * 86400
        monkeypatch.setattr(time, "time", lambda: later)
        assert shared_value("numbers") == 1

    def test_is_there_for_all_until_the_code_is_another(self, code):
        share("numbers", {"tenure": 1})
        assert (shared_value("numbers"), shared_values(["numbers", "others"])) == (
            {"tenure": 1},
            {"numbers": {"tenure": 1}},
        )
        upgraded(code)
        assert (shared_value("numbers"), shared_values(["numbers"])) == (None, {})

    def test_what_names_a_class_that_is_gone_is_not_even_read(self, code, monkeypatch):
        share("numbers", Gone())
        monkeypatch.delitem(globals(), "Gone")
        with pytest.raises(AttributeError):
            shared_value("numbers")
        upgraded(code)
        assert shared_value("numbers") is None


class Gone:
    """What an older version of the code kept."""

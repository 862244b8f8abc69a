"""The drills: one that fails is said to have failed."""

from contextlib import nullcontext

from measuring import drills


def harmless(server):
    """Nothing is done."""


def harmful(server):
    """Something is lost."""
    drills.wanted(condition=False, otherwise="a record is gone")


class TestDrills:
    def test_say_how_each_went(self, monkeypatch, capsys):
        monkeypatch.setattr(drills, "register", lambda *_: nullcontext())
        monkeypatch.setattr(drills, "DRILLS", (harmless,))
        assert drills.drill_all("sqlite:", "")
        monkeypatch.setattr(drills, "DRILLS", (harmful, harmless))
        assert not drills.drill_all("sqlite:", "")
        said = capsys.readouterr().out
        assert said.count("ok     Nothing is done.") == 2
        assert "FAILED a record is gone" in said

    def test_each_says_what_it_asks(self):
        assert all(one.__doc__ and one.__doc__.endswith(".") for one in drills.DRILLS)

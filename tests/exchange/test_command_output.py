"""The answer of a command is written as far as it can be; that it cannot is a sentence, and no second error."""

import io

import pytest
from django.core.management.base import OutputWrapper
from django.utils.translation import override

from partnerships.exchange.command_output import problem_of_writing, take_everything

pytestmark = pytest.mark.once


class Full(io.StringIO):
    """A file on a disk that is full."""

    def flush(self):
        raise OSError(28, "No space left on device")


class TestProblemOfWriting:
    def test_of_what_is_written_is_none(self):
        out = io.StringIO()
        assert problem_of_writing(OutputWrapper(out), "line\n") == ""
        assert out.getvalue() == "line\n"

    @pytest.mark.parametrize(
        ("stream", "reason"), [(Full(), "No space left on device"), (None, "standard output is closed")]
    )
    def test_is_said_with_its_reason(self, stream, reason):
        with override("en"):
            assert problem_of_writing(OutputWrapper(stream), "line") == f"The answer cannot be written: {reason}."


def test_letters_that_a_terminal_has_not_are_written_by_their_numbers():
    taken = io.BytesIO()
    stream = io.TextIOWrapper(taken, encoding="ascii")
    take_everything(OutputWrapper(stream))
    stream.write("韓")
    stream.flush()
    assert taken.getvalue() == b"\\u97d3"

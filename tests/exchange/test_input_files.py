"""What a command is given is read, or refused with a sentence, however long it would go on."""

import io
import os
import sys

import pytest

from partnerships.exchange.input_files import file_content, limited

pytestmark = pytest.mark.usefixtures("english")


class TestContent:
    def test_is_that_of_the_file(self, tmp_path):
        (tmp_path / "a.json").write_bytes(b"[]")
        assert file_content(str(tmp_path / "a.json"), limit=2) == b"[]"

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null"])
    def test_of_a_device_is_refused(self, device):
        with pytest.raises(OSError, match="not a file"):
            file_content(device)

    def test_of_a_folder_is_refused(self, tmp_path):
        with pytest.raises(OSError, match="folder"):
            file_content(str(tmp_path))

    def test_of_a_queue_is_refused_without_waiting(self, tmp_path):
        os.mkfifo(tmp_path / "queue")
        with pytest.raises(OSError, match="not a file"):
            file_content(str(tmp_path / "queue"))

    def test_that_is_too_large_is_refused_before_it_is_read(self, tmp_path):
        with open(tmp_path / "large.json", "wb") as file:
            file.truncate(2_000_000_000)
        with pytest.raises(OSError, match="larger than 1000 MB"):
            file_content(str(tmp_path / "large.json"))

    def test_of_standard_input_ends_too(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[1]")))
        assert file_content("-", limit=3) == b"[1]"
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[10]")))
        with pytest.raises(OSError, match="larger than"):
            file_content("-", limit=3)

    def test_of_a_pipe_of_the_shell_is_read(self):
        reading, writing = os.pipe()
        os.write(writing, b"[]")
        os.close(writing)
        assert file_content(f"/dev/fd/{reading}") == b"[]"

    def test_of_no_name_at_all_is_refused(self):
        with pytest.raises((OSError, ValueError)):
            file_content("a\0b")

    def test_of_a_file_that_grows_ends_at_the_limit_too(self):
        for read, taken in ((io.BytesIO(b"abc"), b"abc"), (io.StringIO("é"), "é".encode())):
            assert limited(read, limit=3) == taken
        with pytest.raises(OSError, match="larger than"):
            limited(io.BytesIO(b"abcd"), limit=3)

    def test_of_a_standard_input_that_is_closed_is_refused(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", None)
        with pytest.raises(OSError, match="closed"):
            file_content("-")

    @pytest.mark.parametrize(("size", "read"), [(3, True), (4, False)])
    def test_as_large_as_is_taken_is_read(self, tmp_path, size, read):
        (tmp_path / "a.json").write_bytes(b"x" * size)
        if read:
            assert file_content(str(tmp_path / "a.json"), limit=3) == b"x" * size
        else:
            with pytest.raises(OSError, match="divide it into several files"):
                file_content(str(tmp_path / "a.json"), limit=3)

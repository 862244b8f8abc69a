"""What is sent as a picture: judged by its content, drawn anew, kept under the hash of what came of it."""

import struct
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from PIL.PngImagePlugin import MAX_TEXT_CHUNK, PngInfo

from partnerships import pictures


def sent(form="JPEG", size=(1000, 500), mode="RGB", **said):
    written = BytesIO()
    Image.new(mode, size, "navy").save(written, form, **said)
    return written.getvalue()


def keep(content):
    return pictures.keep(BytesIO(content), len(content))


def opened(kept, width=None):
    with pictures.file_found(kept.file, width or kept.width) as file:
        return Image.open(BytesIO(file.read()))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width, height):
    """A PNG that says it is huge, and holds nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


#: What Pillow refuses with another error than those of what it cannot read.
TOO_LONG_A_TEXT = PngInfo()
TOO_LONG_A_TEXT.add_text("Comment", "a" * (MAX_TEXT_CHUNK + 1), zip=True)


class TestKeep:
    def test_keeps_a_picture_in_a_few_widths_under_one_hash(self):
        kept = keep(sent())
        assert (kept.width, kept.height) == (1000, 500)
        assert {width: opened(kept, width).size for width in pictures.widths(1000)} == {
            400: (400, 200),
            800: (800, 400),
            1000: (1000, 500),
        }
        files = default_storage.listdir(f"pictures/{kept.file[:2]}")
        assert keep(sent()) == kept
        assert default_storage.listdir(f"pictures/{kept.file[:2]}") == files
        assert pictures.is_kept(kept.file, 1000)
        assert not pictures.is_kept(kept.file, 999)
        assert pictures.file_found("../secrets", 1000) is None

    def test_keeps_nothing_larger_than_the_largest_width(self):
        kept = keep(sent(size=(4000, 1000)))
        assert (kept.width, kept.height) == (1600, 400)

    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
    def test_draws_anew_whatever_is_sent(self, form):
        assert opened(keep(sent(form, size=(40, 30)))).format == "JPEG"

    def test_forgets_all_but_the_points_and_turns_them_upright(self):
        exif = Image.Exif()
        exif[0x0112], exif[0x010F] = 6, "A camera of a name"
        exif.get_ifd(0x8825)[2] = (50.0, 51.0, 1.0)
        kept = keep(sent(exif=exif, comment=b"<script>alert(1)</script>"))
        picture = opened(kept)
        assert picture.size == (500, 1000)
        assert not picture.getexif()
        assert not picture.info.keys() & {"exif", "comment", "icc_profile", "xmp"}

    def test_lays_what_is_transparent_on_white(self):
        written = BytesIO()
        Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(written, "PNG")
        assert min(opened(keep(written.getvalue())).getpixel((5, 5))) > 250

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            b"GIF89a" + b"\0" * 100,
            b"\xff\xd8\xff\xe0 nothing more",
            sent()[:200],
            b"%!PS-Adobe-3.0 EPSF-3.0\n",
            sent("PNG", (10, 10), pnginfo=TOO_LONG_A_TEXT),
        ],
    )
    def test_refuses_what_is_no_picture_whatever_it_is_called(self, content):
        with pytest.raises(pictures.Unfit, match="pas une image"):
            keep(content)

    @pytest.mark.parametrize("size", [(8_000, 5_001), (60_000, 60_000), (2_000_000_000, 1)])
    def test_refuses_a_bomb_by_what_it_says_it_is(self, size):
        with pytest.raises(pictures.Unfit, match="40 million"):
            keep(bomb(*size))

    def test_takes_what_weighs_as_much_and_has_as_many_points_as_may_be(self, monkeypatch):
        content = sent()
        monkeypatch.setattr(pictures, "MOST_BYTES", len(content))
        monkeypatch.setattr(pictures, "MOST_POINTS", 1000 * 500)
        assert keep(content).width == 1000
        monkeypatch.setattr(pictures, "MOST_POINTS", 1000 * 500 - 1)
        with pytest.raises(pictures.Unfit, match="40 million"):
            keep(content)
        monkeypatch.setattr(pictures, "MOST_BYTES", len(content) - 1)
        with pytest.raises(pictures.Unfit, match="15"):
            keep(content)

    def test_keeps_the_greys_of_a_fine_scan(self):
        written = BytesIO()
        Image.new("I;16", (20, 10), 40_000).save(written, "PNG")
        assert abs(opened(keep(written.getvalue())).getpixel((5, 5))[0] - 40_000 // 256) <= 1

    def test_refuses_a_strip_that_no_page_shows(self):
        assert keep(sent("PNG", (10, 100))).height == 100
        for height in (101, 70_000):
            with pytest.raises(pictures.Unfit, match="dix fois"):
                keep(sent("PNG", (10, height), "1"))

    def test_is_called_after_what_its_largest_file_holds(self):
        kept = keep(sent())
        with pictures.file_found(kept.file, kept.width) as file:
            assert sha256(file.read()).hexdigest() == kept.file

    def test_refuses_what_weighs_too_much_unread(self):
        with pytest.raises(pictures.Unfit, match="15"):
            pictures.keep(None, pictures.MOST_BYTES + 1)

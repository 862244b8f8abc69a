"""The files of pictures: what is sent is judged by its content, drawn anew, and kept under the hash of what came of it.

Nothing that was sent is kept as it was: another program reads the points of the picture and writes them again, in a few
widths, without whatever else the file held (places, names of cameras, whatever could run). A file is never changed:
who has its name has its content, so that a record, its history and its export name it by its hash alone.
"""

import re
import warnings
from hashlib import sha256
from io import BytesIO
from typing import IO, NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

#: What a sent file may weigh, in bytes, and how many points it may say it has: asked before anything is unpacked.
MOST_BYTES, MOST_POINTS = 15 * 1024 * 1024, 40_000_000
#: A strip that is higher fills screen after screen, and none of 65,536 points can be written.
MOST_HEIGHT_TO_WIDTH = 10
#: The kinds of file that are read; the content says which one it is, never the name.
FORMATS = ("JPEG", "PNG", "WEBP")
#: The widths in which a picture is kept; the largest is what it is called after.
WIDTHS = (400, 800, 1600)
QUALITY = 80

_HASH = re.compile(r"[0-9a-f]{64}")


class Unfit(Exception):
    """What was sent is no picture that is taken; says why."""


class KeptPicture(NamedTuple):
    """A picture that is kept: the hash that names it, and its size."""

    file: str
    width: int
    height: int


def keep(sent: IO[bytes], size: int) -> KeptPicture:
    """Judge what was `sent`, draw it anew and keep it; raise `Unfit` where it is no picture that is taken."""
    drawn = _drawn(_read(sent, size))
    if drawn.height > MOST_HEIGHT_TO_WIDTH * drawn.width:
        raise Unfit(_("The picture is more than ten times as high as it is wide: cut out what is to be seen."))
    forms = {width: _written(_narrowed(drawn, width)) for width in widths(drawn.width)}
    largest = max(forms)
    name = sha256(forms[largest]).hexdigest()
    for width, content in forms.items():
        if not default_storage.exists(_place(name, width)):
            default_storage.save(_place(name, width), ContentFile(content))
    return KeptPicture(name, largest, _narrowed_height(drawn, largest))


def widths(width: int) -> list[int]:
    """Return the widths in which a picture so wide is kept, the smallest first."""
    return [*(each for each in WIDTHS if each < width), min(width, WIDTHS[-1])] if width < WIDTHS[-1] else [*WIDTHS]


def file_found(name: str, width: int) -> IO[bytes] | None:
    """Return the file of a picture in one of its widths; None where there is none."""
    if not _HASH.fullmatch(name) or not default_storage.exists(_place(name, width)):
        return None
    return default_storage.open(_place(name, width))


def is_kept(name: str, width: int) -> bool:
    """Whether the files of a picture so wide are there."""
    return bool(_HASH.fullmatch(name)) and default_storage.exists(_place(name, width))


def _place(name: str, width: int) -> str:
    return f"pictures/{name[:2]}/{name}-{int(width)}.jpg"


def _read(sent: IO[bytes], size: int) -> Image.Image:
    if size > MOST_BYTES:
        raise Unfit(_("The file is larger than 15 MB: send a smaller one."))
    content = BytesIO(sent.read(MOST_BYTES))
    try:
        with warnings.catch_warnings():
            # How many points there may be is asked here; nothing is unpacked until then.
            warnings.simplefilter("ignore")
            picture = Image.open(content, formats=FORMATS)
            if picture.width * picture.height > MOST_POINTS:
                raise Unfit(_("The picture has more than 40 million points: send a smaller one."))
            # A JPEG is unpacked no larger than it will be kept.
            picture.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
            picture.load()
    except Image.DecompressionBombError as error:
        raise Unfit(_("The picture has more than 40 million points: send a smaller one.")) from error
    except Unfit:
        raise
    except Exception as error:  # Pillow raises whatever the broken file leads it to.
        raise Unfit(_("This picture cannot be read: send a JPEG, PNG or WebP file.")) from error
    return picture


def _drawn(picture: Image.Image) -> Image.Image:
    """Return the points of `picture` alone: upright, in common colours, on white."""
    try:
        upright = _of_eight_bits(ImageOps.exif_transpose(picture))
        coloured = _in_common_colours(upright).convert("RGBA")
    except Exception as error:  # What the file says of itself is as little to be relied on as the rest of it.
        raise Unfit(_("This picture cannot be read: send a JPEG, PNG or WebP file.")) from error
    drawn = Image.new("RGB", coloured.size, "white")
    drawn.paste(coloured, mask=coloured.getchannel("A"))
    return drawn


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture whose greys are not so fine that all but the darkest would be white: as scanners write them."""
    return picture.point(lambda grey: grey * (1 / 256)).convert("L") if picture.mode.startswith("I") else picture


def _in_common_colours(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    try:
        return (
            ImageCms.profileToProfile(picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
            or picture
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    return picture.resize((width, _narrowed_height(picture, width)), Image.Resampling.LANCZOS)


def _narrowed_height(picture: Image.Image, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))


def _written(picture: Image.Image) -> bytes:
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()

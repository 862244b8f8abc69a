"""Lists as JSON, written as they are read."""

import json
from collections.abc import Iterable, Iterator

from .lines import OutletLine


def json_document(lines: Iterable[OutletLine], about: dict[str, object], site: str) -> Iterator[bytes]:
    """Yield a JSON document: what it is about, then its lines, each as it is read."""
    head = json.dumps(about, ensure_ascii=False)
    yield f'{head[:-1]}, "lines": ['.encode()
    separator = "\n"
    for line in lines:
        yield (separator + json.dumps(line_as_json(line, site), ensure_ascii=False)).encode()
        separator = ",\n"
    yield b"\n]}\n"


def line_as_json(line: OutletLine, site: str) -> dict[str, object]:
    """Return a line as JSON says it."""
    return {
        "id": line.anchor,
        "kind": line.kind,
        "key": line.key,
        "moment": line.moment,
        "title": line.title,
        "date": {
            "words": line.when,
            "edtf": line.notation,
            "earliest": line.first.isoformat() if line.first else None,
            "latest": line.last.isoformat() if line.last else None,
        },
        "partners": [{"key": one.key, "name": one.name} for one in line.partners],
        "places": [{"key": one.key, "name": one.name} for one in line.places],
        "areas": [{"key": one.key, "name": one.name} for one in line.areas],
        "sources": [
            {"key": one.key, "title": one.title, "url": one.url or None, "agrees": one.agrees} for one in line.sources
        ],
        "published_at": line.published_at.isoformat() if line.published_at else None,
        "url": f"{site}{line.address}",
        "permanent": f"{site}{line.permanent}",
    }

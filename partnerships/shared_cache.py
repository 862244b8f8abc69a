"""What all workers keep together, in the cache of the site: never read as another version of the code wrote it.

A folder of the cache outlives an upgrade. What stands there was written of classes that may be gone by now, or have
other fields: each version of the code reads its own alone.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.cache import cache

from .kept_in_process import remembered

#: The folder of the app.
CODE = Path(__file__).parent


@remembered()
def fingerprint_of(folder: Path) -> str:
    """Return a text that differs whenever a module under `folder` does; read once in a process."""
    found = sha256()
    for path in sorted(folder.rglob("*.py")):
        found.update(f"{path.relative_to(folder)}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def share(name: str, value: Any) -> None:
    """Keep `value` under `name` for all workers, until it is replaced or has to make room."""
    cache.set(_place(name), value, None)


def shared_value(name: str) -> Any:
    """Return what is kept under `name`; None for nothing."""
    return cache.get(_place(name))


def shared_values(names: Iterable[str]) -> dict[str, Any]:
    """Return what is kept under `names`, by name, where something is."""
    places = {_place(name): name for name in names}
    return {places[place]: value for place, value in cache.get_many(list(places)).items()}


def _place(name: str) -> str:
    return f"{fingerprint_of(CODE)}:{name}"

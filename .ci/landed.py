"""Migrations stay as they landed: databases that ran one know it by its name alone, and would never see the change.

`landed_migrations.txt` holds a digest of each. `--write` adds the new ones and changes no line that stands there.
"""

import argparse
import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MIGRATIONS = ROOT / "partnerships" / "migrations"
LIST = Path(__file__).resolve().parent / "landed_migrations.txt"


def digests():
    found = (path for path in sorted(MIGRATIONS.glob("*.py")) if path.name != "__init__.py")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def landed():
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def findings(kept, there):
    for name, digest in kept.items():
        if name not in there:
            yield f"{name}: gone, though databases have run it"
        elif there[name] != digest:
            yield f"{name}: edited after it landed; put it back, and write a new migration"
    for name in there.keys() - kept.keys():
        yield f"{name}: new; make fix writes it down"


def write(kept, there):
    lines = [f"{digest}  {name}\n" for name, digest in sorted((there | kept).items())]
    LIST.write_text("".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write down the new ones")
    if parser.parse_args().write:
        write(landed(), digests())
    found = list(findings(landed(), digests()))
    print("\n".join(found) or "All as they landed.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Turns the code round in one place at a time, and asks whether a test falls: `make mutate`, by `docs/decisions/0034`.

`places`: what can be turned round, and a module with one place turned. `noting`: which tests run which code, noted in
one run of the suite. `ran`: the notes, kept in `var/mutate/`. `order`: which tests are asked, and in which order.
`asking`: a process for each mutant, in which they are. `anew`: what a process keeps from test to test is let go of.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def modules() -> list[str]:
    """The modules whose code is turned round."""
    found = (path.relative_to(ROOT) for path in (ROOT / "partnerships").rglob("*.py"))
    return sorted(str(path) for path in found if "migrations" not in path.parts)

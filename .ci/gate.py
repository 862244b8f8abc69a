"""The gate, `make test`; its static half, `make check`; and what tools can repair of it, `make fix`.

Each step is a command that can fail. The static ones run side by side and all report; the suites follow if they pass,
that in the browser beside the one before it: half of the time a test waits for a browser.
"""

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

# As on a server: what `check --deploy` warns about there is a failure here.
SERVER = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "DEBUG": "false",
    "ALLOWED_HOSTS": "register.example.org",
    "SITE_URL": "https://register.example.org",
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "locmemcache://",
}


def templates():
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("templates/**/*.html"))]


def static_steps():
    python, manage = str(BIN / "python"), [str(BIN / "python"), "manage.py"]
    return {
        # What takes longest begins first: the others are done beside it.
        "types": [BIN / "pyright", "--pythonpath", python],
        "format": [BIN / "ruff", "format", "--check", "."],
        "lint": [BIN / "ruff", "check", "."],
        "templates, Django": [BIN / "djade", "--target-version", "5.2", "--check", *templates()],
        "templates, indentation": [BIN / "djhtml", "--tabwidth", "2", "--check", *templates()],
        "templates, lint": [BIN / "djlint", "--lint", "--quiet", "templates"],
        "templates, what they show": [python, ".ci/shown.py"],
        "code, what guards it": [python, ".ci/guards.py"],
        "rules of the house": [python, ".ci/house.py"],
        "directions of imports": [BIN / "lint-imports", "--no-cache", "--no-logo"],
        "settings of a server": [*manage, "check", "--deploy", "--fail-level", "WARNING"],
        "migrations complete": [*manage, "makemigrations", "--check", "--dry-run"],
        "migrations as they landed": [python, ".ci/landed.py"],
        "catalogues": [python, ".ci/catalogues.py"],
        "packages fit together": [python, "-m", "pip", "check"],
    }


def suites():
    python = str(BIN / "python")
    pytest = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    # What a class or a module sets up is set up by one of the two, in the order that conftest.py gives.
    side_by_side = ["-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
    again = "not browser and not once"
    return {
        "suite on SQLite": [*pytest, *side_by_side, "--vendor", "sqlite", "-m", "not browser"],
        # What the browser leaves of the processor is enough for it.
        "suite on PostgreSQL": [
            "nice",
            python,
            "-m",
            "tests.postgres",
            *pytest,
            *side_by_side,
            "--vendor",
            "postgresql",
            "-m",
            again,
        ],
        "pages in the browser": [*pytest, *side_by_side, "-m", "browser", "tests/browser"],
    }


def repairs():
    return {
        "lint": [BIN / "ruff", "check", "--fix", "."],
        "format": [BIN / "ruff", "format", "."],
        "new migrations": [str(BIN / "python"), ".ci/landed.py", "--write"],
        "templates, Django": [BIN / "djade", "--target-version", "5.2", *templates()],
        "templates, indentation": [BIN / "djhtml", "--tabwidth", "2", *templates()],
        "templates, what they show": [str(BIN / "python"), ".ci/shown.py", "--write"],
        "code, what guards it": [str(BIN / "python"), ".ci/guards.py", "--write"],
    }


def run(command, *, environment=os.environ, captured=True):
    """The exit code of a command, its output, and the seconds it took."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if captured else None,
        stderr=subprocess.STDOUT if captured else None,
        text=True,
    )
    return done.returncode, done.stdout or "", time.monotonic() - began


def report(name, code, output, seconds):
    print(f"{'ok    ' if code == 0 else 'FAILED'} {name} ({seconds:.1f} s)", flush=True)
    if code:
        print("       " + output.strip().replace("\n", "\n       "), flush=True)
    return code == 0


def run_static():
    environment = {**os.environ, **SERVER}
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = {name: pool.submit(run, command, environment=environment) for name, command in static_steps().items()}
        return all([report(name, *future.result()) for name, future in running.items()])


def run_suites():
    # The suite brings its databases; and its processes, a dozen, share the modules that the first of them compiles.
    others = {"DATABASE_URL", "PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in os.environ.items() if name not in others}
    *suites_alone, (last, beside) = suites().items()
    passed = []
    with ThreadPoolExecutor(1) as pool:
        for name, command in suites_alone:
            if name == suites_alone[-1][0]:
                waiting = pool.submit(run, beside, environment=environment)
            print(f"\n{name}", flush=True)
            code, _, seconds = run(command, environment=environment, captured=False)
            passed.append(report(name, code, f"exit code {code}", seconds))
        code, output, seconds = waiting.result()
    print(f"\n{last}\n{output}", flush=True)
    passed.append(report(last, code, f"exit code {code}", seconds))
    return all(passed)


def run_repairs():
    for name, command in repairs().items():
        code, output, _ = run(command)
        print(f"{name}\n{output}".strip())
    return True


def has_chromium():
    return any(map(shutil.which, CHROMIUM_NAMES))


def find_browser():
    """Debian's chromium, installed where we may."""
    if has_chromium():
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing chromium …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update"], environment=quiet)
        _, output, _ = run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], environment=quiet)
        if has_chromium():
            return True
        print(output.strip())
    print("chromium is missing on the PATH; on Debian: apt-get install chromium")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", action="store_true", help="the static half")
    parser.add_argument("--fix", action="store_true", help="repair what a tool can repair")
    options = parser.parse_args()
    began = time.monotonic()
    if options.fix:
        passed = run_repairs()
    elif options.static:
        passed = run_static()
    else:
        passed = find_browser() and run_static() and run_suites()
    print(f"\n{'All passed' if passed else 'FAILED'} in {time.monotonic() - began:.0f} s.")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())

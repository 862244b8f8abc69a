"""What a process keeps from one test to the next is let go of: what is worded, read or looked up once.

Else a test that finds it kept would run other code than it does alone, and a mutant would never be asked.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

#: What a module fills as it goes along; its tables have names in capitals.
FILLED = re.compile(r"_[a-z][a-z_]*")


def begin() -> None:
    """Let go of everything that this process keeps of the app's."""
    for forget in forgetting_all(len(sys.modules)):
        forget()


@cache
def forgetting_all(_loaded: int) -> list[Callable[[], object]]:
    """What lets go of all that is kept: the same as long as no other module is loaded."""
    return list(forgetting())


def forgetting() -> Iterator[Callable[[], object]]:
    from partnerships import kept_in_process

    yield kept_in_process.forget
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "partnerships" and isinstance(module, ModuleType):
            for variable, value in vars(module).items():
                if getattr(value, "__module__", "") == name and hasattr(value, "cache_clear"):
                    yield value.cache_clear
                elif FILLED.fullmatch(variable) and isinstance(value, dict | set):
                    yield value.clear

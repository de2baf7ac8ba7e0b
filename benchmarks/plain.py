"""A module, or the `yihu` command, as an ordinary installation has it: without pandas.

    python -m benchmarks.plain MODULE …      python -m benchmarks.plain yihu run …

Only Spark needs pandas; where it is installed, Arrow imports it (0.3 s, 60 MB) to ask whether an array is one of its own.
"""

import runpy
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class WithoutPandas:
    """Finds no pandas."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """An error for pandas; other modules are left to those who come after."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is left out of the measurement", name=name)
        return None


def main() -> None:
    """Run what the command line names."""
    sys.meta_path.insert(0, WithoutPandas)
    del sys.argv[0]
    if sys.argv[0] != "yihu":
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        return
    from yihu.desks.cli import main as yihu

    yihu()


if __name__ == "__main__":
    main()

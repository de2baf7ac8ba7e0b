"""The `yihu` command as an ordinary installation has it, without pandas: `python -m benchmarks.command run …`.

Only Spark needs pandas; where it is installed, Arrow imports it (0.3 s) to ask whether an array is one of its own.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType


class WithoutPandas:
    """Finds no pandas."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Nothing for pandas but an error; other modules are left to those who come after."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is left out of the measurement", name=name)
        return None


if __name__ == "__main__":
    sys.meta_path.insert(0, WithoutPandas)
    from yihu.desks.cli import main

    main()

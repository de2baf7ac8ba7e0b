"""What the national rules ask of a family where the text of Beijing is silent."""

from __future__ import annotations

from yihu.engines.rules import Entity


class HomeNational(Entity):
    """What the national rules ask of a family where the text of Beijing is silent."""

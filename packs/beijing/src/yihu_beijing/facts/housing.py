"""What housing aid asks of a family."""

from __future__ import annotations

from yihu.engines.rules import Entity


class HomeHousing(Entity):
    """What housing aid asks of a family."""

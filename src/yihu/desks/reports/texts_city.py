"""What the pages about a whole city say, Chinese and English side by side."""

from __future__ import annotations

from collections.abc import Mapping

CITY: Mapping[str, tuple[str, str]] = {}

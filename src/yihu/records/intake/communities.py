"""Community codes: which a pack has, and what is wrong with one that it has not."""

from __future__ import annotations

import re

from yihu.pack import Places
from yihu.records.intake.findings import Refused


def community(text: str, places: Places) -> int:
    """A community code that the pack has; raises :class:`Refused`."""
    text = text.removeprefix("'")
    if not re.fullmatch(r"[0-9]{12}", text):
        raise Refused("community_form")
    code = int(text)
    if code in places.communities:
        return code
    if code // 10**6 not in places.districts:
        raise Refused("district", found=text[:6])
    above = code // 10**3
    raise (
        Refused("community") if above in places.streets or above in places.zones else Refused("street", found=text[:9])
    )

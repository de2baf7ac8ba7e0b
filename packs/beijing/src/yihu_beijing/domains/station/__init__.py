"""社区养老服务驿站: the domain ``beijing:station``, whose case is a station and whose money goes to it."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.station.facts import Station
from yihu_beijing.domains.station.readings import READINGS
from yihu_beijing.domains.station.rules import PROGRAMMES
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:station",
    zh="北京市养老服务驿站",
    en="Beijing: elder-care stations",
    root=Station,
    law=law_book,
    programmes=PROGRAMMES,
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "station",),
    readings=READINGS,
)

"""养老机构: the domain ``beijing:care_home``, whose case is an elder home and whose money goes to it."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.care_home.facts import CareHome
from yihu_beijing.domains.care_home.rules import PROGRAMMES
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:care_home",
    zh="北京市养老机构",
    en="Beijing: elder homes",
    root=CareHome,
    law=law_book,
    programmes=PROGRAMMES,
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "care_home",),
)

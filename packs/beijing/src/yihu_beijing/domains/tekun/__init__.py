"""特困人员认定的核查: the domain ``beijing:tekun``, two findings that the programmes of special hardship ask for as facts."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.tekun.facts import Inquiry
from yihu_beijing.domains.tekun.rules import ANSWERS, BESIDE
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:tekun",
    zh="北京市特困人员认定核查",
    en="Beijing: inquiry into special hardship",
    root=Inquiry,
    law=law_book,
    programmes=(),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "tekun",),
    answers=ANSWERS,
    beside=BESIDE,
)

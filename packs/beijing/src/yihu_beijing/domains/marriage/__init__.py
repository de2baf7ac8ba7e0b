"""婚姻登记: the domain ``beijing:marriage``: who may marry or divorce at the registry, which marriages are void or
voidable."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.marriage.annulment import void, voidable
from yihu_beijing.domains.marriage.divorce import DIVORCE, DIVORCE_APPLICATION, lapsed, may_withdraw
from yihu_beijing.domains.marriage.facts import Couple
from yihu_beijing.domains.marriage.readings import READINGS
from yihu_beijing.domains.marriage.rules import MARRIAGE
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:marriage",
    zh="北京市婚姻登记",
    en="Beijing: marriage and divorce",
    root=Couple,
    law=law_book,
    programmes=(MARRIAGE, DIVORCE_APPLICATION, DIVORCE),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "marriage",),
    answers=(void, voidable, may_withdraw, lapsed),
    readings=READINGS,
)

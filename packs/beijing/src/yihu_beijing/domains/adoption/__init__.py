"""收养登记: the domain ``beijing:adoption``: who may adopt whom, and from whom."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.adoption.facts import Adoption
from yihu_beijing.domains.adoption.readings import READINGS
from yihu_beijing.domains.adoption.rules import ADOPTION, few_adopted, may_adopt, may_give, overdue
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:adoption",
    zh="北京市收养登记",
    en="Beijing: adoption",
    root=Adoption,
    law=law_book,
    programmes=(ADOPTION,),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "adoption",),
    answers=(may_adopt, few_adopted, may_give, overdue),
    readings=READINGS,
)

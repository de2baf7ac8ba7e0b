"""The reading of the law of adoption that lost: the reason stands in decision 0191."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.domains.adoption.facts import Adoption
from yihu_beijing.domains.adoption.rules import counted, exempt
from yihu_beijing.law import Law


@rule(
    cites="中华人民共和国民法典 第一千一百条",
    words="可以不受前款",
    zh="计入收养人数的被收养人（与其他儿童一起收养的都计入）",
    en="children that count, orphans and the like among them",
    note=("决定0191的另一读法", "the other reading of decision 0191"),
)
def counted_together(adoption: Adoption, law: Law) -> int:
    return 0 if all(exempt(c, law) for c in adoption.children) else len(adoption.children)


READINGS = (
    Reading(
        id="0191-every-child-counts",
        zh="不受限制的儿童与其他儿童一起收养的，都计入人数",
        en="where others are adopted with them, orphans and the like count too",
        replaced={counted: counted_together},
    ),
)

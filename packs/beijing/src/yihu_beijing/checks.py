"""What cannot be true of a family that is read from outside, each a small function that yields faults.

A step-parent may be nearly as young as the child, so only the order of births is held against a relation, no distance.
"""

from __future__ import annotations

from collections.abc import Iterator

from yihu.pack import Fault
from yihu_beijing.facts import Home, Person, Relation

_YOUNGER = (Relation.CHILD, Relation.GRANDCHILD)
_OLDER = (Relation.PARENT, Relation.GRANDPARENT)


def one_applicant(home: Home) -> Iterator[Fault]:
    """A family has one applicant (本人); a member whose relation is unknown may be the one."""
    selves = [m for m in home.members if m.known("relation") is Relation.SELF]
    for extra in selves[1:]:
        yield Fault(
            extra, "relation", ("该户有多名“本人”", "the family has more than one applicant"),
            ("只保留一名本人，其他人填与其关系", "keep one; give the relation of the others to that person"),
        )  # fmt: skip
    if home.members and not selves and all(m.known("relation") is not None for m in home.members):
        yield Fault(
            home.members[0], "relation", ("该户没有申请人（本人）", "the family has no applicant"),
            ("将申请人的“与申请人关系”填为本人", "give one member the relation 本人 (self)"),
        )  # fmt: skip


def one_spouse(home: Home) -> Iterator[Fault]:
    """An applicant has at most one spouse."""
    for extra in [m for m in home.members if m.known("relation") is Relation.SPOUSE][1:]:
        yield Fault(
            extra, "relation", ("该户有多名配偶", "the applicant has more than one spouse"),
            ("核对与申请人关系", "check the relation"),
        )  # fmt: skip


def child_is_younger(home: Home) -> Iterator[Fault]:
    """Children and grandchildren are born after the applicant, parents and grandparents before."""
    for member, younger in _in_line(home):
        yield Fault(
            member, "birth",
            ("子女（孙子女）不比申请人年轻", "a child or grandchild is not younger than the applicant")
            if younger
            else ("父母（祖父母）不比申请人年长", "a parent or grandparent is not older than the applicant"),
            ("核对出生日期和与申请人关系", "check the dates of birth and the relation"),
        )  # fmt: skip


def _in_line(home: Home) -> Iterator[tuple[Person, bool]]:
    applicant = next((m for m in home.members if m.known("relation") is Relation.SELF), None)
    born = applicant.known("birth") if applicant else None
    for member in home.members:
        birth = member.known("birth")
        if born is None or birth is None:
            continue
        if member.known("relation") in _YOUNGER and birth <= born:
            yield member, True
        if member.known("relation") in _OLDER and birth >= born:
            yield member, False


CHECKS = (one_applicant, one_spouse, child_is_younger)

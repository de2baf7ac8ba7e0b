"""Tables of reasons, and of what would follow if all that was found were granted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yihu.desks.reports.figures import count, share, yuan
from yihu.desks.reports.run_panels import programme_name
from yihu.desks.reports.run_reasons import Reason, reason_words
from yihu.desks.reports.run_sums import Sums, cell
from yihu.desks.reports.tables import Table
from yihu.desks.reports.texts import Texts
from yihu.engines.rules.month import Month

MOST = 12


def recorded(reasons: Mapping[str, Sequence[Reason]]) -> bool:
    """True unless there are findings and none of them has a reason."""
    found = [reason for each in reasons.values() for reason in each]
    return not found or any(reason.code for reason in found)


def reason_table(month: Month, sums: Sums, reasons: Sequence[Reason], finding: str, texts: Texts) -> Table | None:
    """The leading reasons of a finding over all programmes; None where there are none."""
    total = sum(reason.count for reason in reasons)
    if not total:
        return None
    rows = []
    for reason in reasons[:MOST]:
        summary = sums.programmes[reason.programme]
        programme = month.book.programme(summary["id"])
        said = reason_words(month, programme, reason.code, finding, texts)
        rows.append([summary[texts.lang], said, count(reason.count), share(reason.count, total)])
    heads = [(texts("programme"), False), (texts("reason"), False), (texts("number"), True), (texts("share"), True)]
    return Table(texts(f"{'cannot' if finding == 'cannot_tell' else 'ended'}_caption"), heads, rows)


def follows_table(sums: Sums, texts: Texts) -> Table | None:
    """What a second pass adds, by programme; None where nothing follows."""
    rows = []
    for programme in sums.programmes:
        number, money = (cell(programme["total"], "follows", what) for what in ("count", "amount"))
        if number:
            rows.append([programme_name(programme, texts), count(number), yuan(money) if programme["pays"] else "—"])
    heads = [(texts("programme"), False), (texts("number"), True), (texts("in_yuan", text=texts("due")), True)]
    return Table(texts("follows_caption"), heads, rows) if rows else None

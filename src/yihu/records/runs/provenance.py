"""With what a run was made: versions, law, rules and snapshot, so that it can be repeated and held against another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import entry_points, version
from typing import Any

from yihu.engines.rules.book import Rulebook
from yihu.engines.rules.law import DatedValue, LawBook
from yihu.engines.rules.rule import Programme
from yihu.pack import GROUP
from yihu.records.snapshots import Snapshot


def provenance(pack: str, book: Rulebook, snapshot: Snapshot) -> dict[str, Any]:
    """Versions of Yihu and the pack; digests (SHA-256) of the dated law, of the rules, and of each file of the snapshot."""
    return {
        "yihu": version("yihu"),
        "pack_version": pack_version(pack),
        "law": law_digest(book.law),
        "rules": rules_digest(book),
        "files": dict(snapshot.digests),
    }


def pack_version(pack: str) -> str:
    """Version of the distribution that brings a pack (a domain comes with that of its city)."""
    city = pack.partition(":")[0]
    found = [point.dist.version for point in entry_points(group=GROUP) if point.name == city and point.dist is not None]
    return found[0] if found else ""


def law_digest(law: LawBook[Any]) -> str:
    """Digest of every dated value with its source, whatever the order and layout of the law files."""
    return _digest(
        (name, p.type.value, p.unit, p.places, p.after_last.value, *map(_dated, p.values))
        for name, p in sorted(law.parameters.items())
    )


def rules_digest(book: Rulebook) -> str:
    """Digest of the text of all rules, of the programmes and of how they exclude each other."""
    rules = sorted((r.entity.__name__, r.name, r.source.text) for r in book.trees if r.source is not None)
    groups = [(g.pick, *(p.id for p in g.programmes)) for g in book.groups]
    return _digest([*rules, *map(_programme, book.programmes), *groups])


def _dated(each: DatedValue) -> tuple[str, ...]:
    document = (each.document.number or each.document.id) if each.document else ""
    return each.start.isoformat(), str(each.value), each.confidence.value, document, each.article


def _programme(each: Programme) -> tuple[str, ...]:
    rules = (each.eligible.name, each.amount.name if each.amount else "")
    days = (str(each.since), str(each.until), str(each.text_since))
    return each.id, each.of.__name__, *rules, *days, each.every, *(p.id for p in each.barred_by)


def _digest(parts: Iterable[tuple[Any, ...]]) -> str:
    return hashlib.sha256("\n".join(map(repr, parts)).encode()).hexdigest()

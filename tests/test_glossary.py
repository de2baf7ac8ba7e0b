"""GLOSSARY.md has every word that a pack or a run puts before people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yihu.engines.rules.kernel import FINDINGS
from yihu.engines.rules.parameters import Confidence
from yihu.engines.rules.rule import Programme
from yihu.engines.rules.schema import Entity
from yihu.pack import find_pack

PAGE = (Path(__file__).parent.parent / "GLOSSARY.md").read_text("utf-8")
CODES = set(re.findall(r"`([^`]+)`", PAGE))
BEIJING = find_pack("beijing")


def entities() -> list[type[Entity]]:
    return [BEIJING.root, *(nested.item for nested in BEIJING.root.LISTS.values())]


@pytest.mark.parametrize("programme", BEIJING.programmes, ids=lambda p: p.id)
def test_every_programme_stands_in_the_glossary_with_both_names(programme: Programme) -> None:
    row = next((line for line in PAGE.splitlines() if f"`{programme.id}`" in line), "")
    assert programme.zh in row.replace("（低保）", "")
    assert programme.en in row


def test_every_group_of_facts_is_explained() -> None:
    groups = {fact.group for entity in entities() for fact in entity.FACTS.values() if fact.group}
    assert {f"group `{group}`" for group in groups if f"group `{group}`" not in PAGE} == set()


def test_every_topic_of_the_law_is_explained() -> None:
    topics = {p.topic.zh for p in BEIJING.law().parameters.values() if p.topic}
    assert {topic for topic in topics if topic not in PAGE} == set()


def test_every_finding_of_a_run_is_explained() -> None:
    assert {*FINDINGS, "follows"} - {"none"} <= CODES


def test_every_degree_of_confidence_is_explained() -> None:
    assert {f"Confidence.{c.name}" for c in Confidence} <= CODES

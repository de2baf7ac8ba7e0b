"""``yihu programmes``: the list, one programme, the pages in docs/programmes and whether they are up to date."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.command import yihu

TOP = Path(__file__).resolve().parents[2]
DOCS = TOP / "docs/programmes"
AGAIN = "yihu programmes --pack beijing --out docs/programmes"


def test_the_committed_pages_are_what_the_rules_say() -> None:
    done = yihu("programmes", "--pack", "beijing", "--check", DOCS)
    assert done.returncode == 0, f"make them again with: {AGAIN}\n{done.stderr}"
    assert AGAIN in (DOCS / "README.md").read_text("utf-8")


def test_the_committed_pages_link_to_the_policy_tests() -> None:
    found = re.search(r"\]\((\.\./\.\./packs/[^)#]+dibao\.policy\.yaml)\)", (DOCS / "dibao.md").read_text("utf-8"))
    assert found is not None
    assert (DOCS / found[1]).is_file()


def test_the_list_names_programmes_and_answers_of_all_domains() -> None:
    done = yihu("programmes", "--pack", "beijing", "--json", "--on", "2024-07")
    data = {each["id"]: each for each in json.loads(done.stdout)}
    assert (data["dibao"]["every"], data["dibao"]["since"]) == ("month", "2005-01-01")
    assert data["final_level"]["pack"] == "beijing:assessment"
    assert data["legal_aid"]["service"]["en"].startswith("advice")
    assert all(each["tests"] > 0 for each in data.values())


def test_the_list_is_a_table_in_either_language() -> None:
    assert "高龄津贴" in yihu("programmes", "--pack", "sample").stdout
    shown = yihu("programmes", "--pack", "sample", "--en").stdout
    assert "age allowance" in shown
    assert "every month" in shown


def test_a_domain_has_a_list_of_its_own() -> None:
    data = json.loads(yihu("programmes", "--pack", "beijing:station", "--json").stdout)
    assert {each["pack"] for each in data} == {"beijing:station"}


def test_one_programme_is_shown_by_id_or_name() -> None:
    for name in ("age_allowance", "高龄津贴", "age allowance"):
        shown = yihu("programmes", name, "--pack", "sample", "--on", "2024-07").stdout
        assert "谁可以享受" in shown
        assert "300元/月" in shown
        assert "<br>" not in shown
    assert "Who gets it" in yihu("programmes", "age_allowance", "--pack", "sample", "--on", "2024-07", "--en").stdout


def test_one_programme_is_data_for_a_program() -> None:
    data = json.loads(yihu("programmes", "family_allowance", "--pack", "sample", "--on", "2023-05", "--json").stdout)
    assert data["month"] == "2023-05"
    assert data["zh"]["figures"][0]["value"] == "800元/月"
    assert data["en"]["figures"][0]["value"] == "800 yuan a month"


def test_a_name_that_is_not_there_gets_the_nearest() -> None:
    done = yihu("programmes", "age_alowance", "--pack", "sample", "--on", "2024-07")
    assert (done.returncode, "age_allowance" in done.stderr) == (1, True)


def test_pages_are_written_checked_and_named_where_they_are_stale(tmp_path: Path) -> None:
    assert yihu("programmes", "--pack", "sample", "--out", tmp_path).returncode == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert {
        "README.md",
        "family_allowance.md",
        "family_allowance.1.svg",
        "age_allowance.md",
        "care_allowance.md",
    } <= names
    assert yihu("programmes", "--pack", "sample", "--check", tmp_path).returncode == 0

    (tmp_path / "age_allowance.md").write_text("changed by hand", "utf-8")
    (tmp_path / "care_allowance.md").unlink()
    (tmp_path / "gone.md").write_text("of a programme that is no more", "utf-8")
    done = yihu("programmes", "--pack", "sample", "--check", tmp_path)
    assert done.returncode == 1
    assert set(done.stderr.split()[-3:]) == {"age_allowance.md", "care_allowance.md", "gone.md"}
    data = json.loads(yihu("programmes", "--pack", "sample", "--check", tmp_path, "--json").stdout)
    assert data == {"stale": ["age_allowance.md", "care_allowance.md", "gone.md"]}

    done = yihu("programmes", "--pack", "sample", "--out", tmp_path, "--en")
    assert "no longer made, delete it: gone.md" in done.stderr
    assert (tmp_path / "gone.md").exists()  # only people delete


def test_pages_of_another_month_differ(tmp_path: Path) -> None:
    yihu("programmes", "--pack", "sample", "--out", tmp_path, "--on", "2023-05")
    assert "--on 2023-05" in (tmp_path / "README.md").read_text("utf-8")
    assert yihu("programmes", "--pack", "sample", "--check", tmp_path).returncode == 1
    assert yihu("programmes", "--pack", "sample", "--check", tmp_path, "--on", "2023-05").returncode == 0


def test_pages_elsewhere_have_no_links_into_a_machine(tmp_path: Path) -> None:
    yihu("programmes", "--pack", "sample", "--out", tmp_path)
    links = {
        path.parent / target
        for path in tmp_path.rglob("*.md")
        for target in re.findall(r"\]\(([^)\s#]+)\)", path.read_text("utf-8"))
    }
    assert links
    assert [link for link in links if not link.resolve().is_relative_to(tmp_path.resolve()) or not link.exists()] == []

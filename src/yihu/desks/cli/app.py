"""The application: which commands there are. Each command's module is imported only when it is used."""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS: dict[str, tuple[str, str, str]] = {
    "assess": ("assess", "assess", "一个家庭能享受什么，为什么 / What one family is entitled to, and why."),
    "import": ("intake", "import_", "把表格变成可以测算的快照 / Turn a table of families into a snapshot."),
    "columns": ("intake", "columns", "导入表格的列 / The columns that import understands."),
    "synth": ("synth", "synth", "合成一座城市 / Make a synthetic city, calibrated to published figures."),
    "run": (
        "run",
        "run",
        "全市测算：漏掉的、不再符合的、金额变化的 / Run the law over everyone: missed, ended, changed.",
    ),
    "readings": (
        "readings",
        "readings",
        "条文的另一读法及其影响 / Readings of the law that lost, and what each would change.",
    ),
    "explain": ("explain", "explain", "解释结果中的一户 / Explain one family of a result."),
    "history": ("history", "history", "一个家庭历年应享受的待遇 / What the law gave one family, year by year."),
    "questions": ("questions", "questions", "问答要问几个问题 / How many questions the interview asks."),
    "programmes": (
        "programmes",
        "programmes",
        "每个项目的依据、条件、金额 / Every programme: law, who, how much, tests.",
    ),
    "law": ("law", "law", "政策标准与来源 / The dated law with its sources."),
    "sql": ("sql", "sql", "把规则写成 SQL / The rules of a month as SQL."),
    "check-pack": ("check_pack", "check_pack", "检查政策包 / Check a pack: rules, law files, policy tests."),
    "new-pack": ("new_pack", "new_pack", "为新城市写一个政策包 / Write a pack for a new city."),
    "demo": ("demo", "demo", "合成一座城市并测算一遍 / Make a city, run it, write the report."),
}


class Commands(TyperGroup):
    """A group whose commands are imported when they are asked for; ``--help`` lists them without importing any."""

    listing = False

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer's own context class
        """Names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """The command, imported now; a bare line of help while only the list is wanted."""
        if cmd_name not in COMMANDS:
            return None
        module, function, line = COMMANDS[cmd_name]
        if self.listing or ctx.resilient_parsing:
            return TyperCommand(cmd_name, help=line)
        app = typer.Typer(add_completion=False, rich_markup_mode="rich")
        app.command(cmd_name)(getattr(importlib.import_module(f"yihu.desks.cli.{module}"), function))
        made = typer.main.get_command(app)
        made.name = cmd_name
        return made

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help of the whole application."""
        self.listing = True
        super().format_help(ctx, formatter)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version as of

        typer.echo(f"yihu {of('yihu')}")
        raise typer.Exit


def application() -> Any:
    """The ``yihu`` command."""
    app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, rich_markup_mode="rich")

    @app.callback()
    def about(
        version: Annotated[
            bool, typer.Option("--version", help="版本 / version", is_eager=True, callback=_version)
        ] = False,
    ) -> None:
        """[bold]一户 Yihu[/bold] — 把民政法规写成程序：算一户，跑全市，找出漏掉的人。

        Benefit law as code: explained for one family, run over a whole city, and the list of people who were missed.

        先试 / try first: [cyan]yihu demo[/cyan] · [cyan]yihu assess FILE.yaml[/cyan] · [cyan]yihu law 低保标准[/cyan]
        """

    return typer.main.get_command(app)

"""An output that the program does not have: Markdown, made of each text and of the site."""

from __future__ import annotations

from pathlib import Path

from variorum.outputs.output import File, Made, Site, SiteOutput, Text, TextOutput

__all__ = ["CONTENTS", "MARKDOWN"]

_DRIVER = Path(__file__).with_name("markdown.xsl")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER)


MARKDOWN = TextOutput(
    name="markdown",
    format="markdown",
    paths=("markdown/{name}.md",),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
)


def _contents(site: Site) -> Made:
    lines = [f"- [{each.title}]({each.id}.md)\n" for each in site.summaries]
    return Made([File("markdown/index.md", "".join(lines))])


CONTENTS = SiteOutput(
    name="markdown-contents",
    format="markdown",
    paths=("markdown/index.md",),
    make=_contents,
)

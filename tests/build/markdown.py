"""An output that the program does not have: Markdown, made of each text and of the site."""

from __future__ import annotations

from pathlib import Path

from variorum.outputs.output import File, Made, Site, SiteOutput, TextOutput

__all__ = ["CONTENTS", "MARKDOWN"]

_DRIVER = Path(__file__).with_name("markdown.xsl")


MARKDOWN = TextOutput(
    name="markdown",
    format="markdown",
    paths=("markdown/{name}.md",),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
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

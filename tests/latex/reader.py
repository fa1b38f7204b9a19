"""The LaTeX our stylesheet writes, read back: commands with their arguments, and the words.

A command that is not in `COMMANDS` is an error: nothing else may be written.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Command", "body", "entries", "read", "words"]

Content = list["str | Command"]

WORDS, SILENT = True, False
COMMANDS: dict[str, tuple[bool, ...]] = {
    **{f"{letter}footnote": (SILENT,) for letter in "ACDEFGHIJKLMNOPQRSTUVWXYZ"},
    "beginnumbering": (),
    "editionabbr": (WORDS,),
    "editionabove": (),
    "editionbelow": (),
    "editionbeside": (WORDS,),
    "editionapart": (),
    "editionbreak": (),
    "editioncapitals": (WORDS,),
    "editioncell": (),
    "editioncentered": (),
    "editiondoubleunderlined": (WORDS,),
    "editionface": (SILENT,),
    "editionheading": (SILENT, WORDS),
    "editionfirstline": (),
    "editionindented": (),
    "editionitem": (SILENT,),
    "editionjustified": (),
    "editionlarge": (WORDS,),
    "editionleft": (),
    "editionnote": (SILENT, SILENT),
    "editionnonumbers": (),
    "editionnth": (WORDS,),
    "editionnumbers": (),
    "editionoverlined": (WORDS,),
    "editionline": (SILENT,),
    "editionpage": (SILENT,),
    "editionparagraph": (SILENT,),
    "editionpicture": (SILENT,),
    "editionplace": (SILENT,),
    "editionplaceagain": (SILENT,),
    "editionreading": (WORDS, WORDS),
    "editionright": (),
    "editionsection": (SILENT,),
    "editionseparator": (WORDS,),
    "editionsiglum": (WORDS,),
    "editionsmall": (WORDS,),
    "editionspace": (),
    "editionspaced": (WORDS,),
    "editionstruck": (WORDS,),
    "editionunderlined": (WORDS,),
    "editionunplaced": (SILENT, WORDS, WORDS),
    "editionunit": (SILENT,),
    "editionunseen": (SILENT, SILENT),
    "editionverse": (SILENT,),
    "editionverseindent": (),
    "edlabel": (SILENT,),
    "edtext": (WORDS, SILENT),
    "foreignlanguage": (SILENT, WORDS),
    "href": (SILENT, WORDS),
    "hyperlink": (SILENT, WORDS),
    "hypertarget": (SILENT, SILENT),
    "lemma": (SILENT,),
    "nobreak": (),
    "noindent": (),
    "par": (),
    "pend": (),
    "pstart": (),
    "section*": (WORDS,),
    "setline": (SILENT,),
    "stanza": (),
    "subsection*": (WORDS,),
    "skipnumbering": (),
    "textbf": (WORDS,),
    "textit": (WORDS,),
    "textsc": (WORDS,),
    "textsubscript": (WORDS,),
    "textsuperscript": (WORDS,),
    "texttt": (WORDS,),
    "textup": (WORDS,),
    "xxref": (SILENT, SILENT),
}
"""The commands of a text: for each argument whether it holds words of the text."""

SIGNS = {"textasciicircum": "^", "textasciigrave": "`", "textasciitilde": "~"}
SIGNS["textbackslash"] = "\\"


@dataclass
class Command:
    """A command and its arguments."""

    name: str
    arguments: list[Content] = field(default_factory=list)


def body(source: str) -> str:
    """What stands between the beginning and the end of the numbered text."""
    inside = source.split("\\beginnumbering\n", 1)[1]
    return inside.split("\\endnumbering\n", 1)[0]


def read(source: str) -> Content:
    """The content of LaTeX source. Raises ValueError where it is not what we write."""
    reader = _Reader(source)
    content = reader.content()
    if reader.at != len(source):
        raise ValueError(f"stray }} after {source[: reader.at][-40:]!r}")
    return content


def words(content: Content) -> str:
    """The words of a content, without notes and entries; breaks are spaces."""
    return "".join(part if isinstance(part, str) else _words(part) for part in content)


def _words(command: Command) -> str:
    if not COMMANDS[command.name]:
        return " "
    shown = zip(command.arguments, COMMANDS[command.name], strict=True)
    return "".join(words(argument) for argument, is_shown in shown if is_shown)


def entries(content: Content) -> list[str]:
    """The lines of the entries, in the order in which they are written."""
    found: list[str] = []
    for part in content:
        if not isinstance(part, Command):
            continue
        if part.name == "edtext":
            found += entries(part.arguments[0])
            commands = [each for each in part.arguments[1] if isinstance(each, Command)]
            line = [each.arguments[0] for each in commands if each.name != "xxref"]
            found.append("".join(map(words, line)))
        elif part.name != "editionnote":
            for argument in part.arguments:
                found += entries(argument)
    return found


class _Reader:
    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def content(self) -> Content:
        parts: Content = []
        while self.peek() and self.peek() != "}":
            character = self.take()
            if character == "\\":
                parts += self.command()
            elif character == "{":
                parts += self.content()
                self.take("}")
            elif character in "$#%^_":
                raise ValueError(f"bare {character} after {self.source[: self.at][-40:]!r}")
            else:
                parts.append({"~": "\xa0", "&": " "}.get(character, character))
        return parts

    def take(self, expected: str = "") -> str:
        character = self.peek()
        if not character or (expected and character != expected):
            raise ValueError(
                f"{expected or 'more'} expected after {self.source[: self.at][-40:]!r}"
            )
        self.at += 1
        return character

    def command(self) -> Content:
        start = self.at
        while self.peek().isascii() and self.peek().isalpha():
            self.at += 1
        name = self.source[start : self.at]
        if not name:
            return self.symbol(self.take())
        if name in SIGNS:
            self.take("\\")
            self.take("/")
            return [SIGNS[name]]
        if name == "section":
            name += self.take("*")
        if name not in COMMANDS:
            raise ValueError(f"\\{name} is not a command of a text")
        if name.endswith("footnote") and self.source.startswith("[nonum]", self.at):
            self.at += len("[nonum]")
        command = Command(name)
        for _ in COMMANDS[name]:
            self.take("{")
            command.arguments.append(self.content())
            self.take("}")
        return [command]

    def symbol(self, character: str) -> Content:
        """`\\/` keeps two characters apart, `\\-` is a place to divide a word."""
        if character == "&" and self.peek() == "\n" and self.ends_stanza():
            return [" "]
        return ["" if character == "/" else "\xad" if character == "-" else character]

    def ends_stanza(self) -> bool:
        rest = self.source[self.at + 1 :]
        return not rest or rest.startswith(
            (
                "\\stanza\n",
                "\\pstart\n",
                "\\editionabove{",
                "\\editionnumbers{",
                "\\editionnonumbers{",
            )
        )

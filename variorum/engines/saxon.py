"""The only importer of saxonche: no file and no network at run time.

SaxonC's defaults read any file and the network and write result documents anywhere. Here our own
stylesheets are compiled with the protocol `file` alone, every protocol is shut after the last of
them, and external entities and functions, which include result documents and environment
variables, are off for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

__all__ = [
    "Message",
    "Node",
    "Param",
    "Params",
    "Saxon",
    "StaticError",
    "Stylesheet",
    "StylesheetError",
    "TransformError",
    "started",
]

Node = Any
"""An XDM node of the one processor; saxonche has no types of its own."""

Param = str | Sequence[Node] | Mapping[str, object]
"""A string, a sequence of nodes, or a map that JSON can hold."""

Params = Mapping[str, Param]

_PLACE = re.compile(r"(?:/@([\w:-]+) )?on line (\d+) column \d+ of ([^\n]*?):?\n")
_FEATURE = "http://saxon.sf.net/feature/"
_PARSER = _FEATURE + "parserFeature?uri="
_LEVEL = _FEATURE + "optimizationLevel"
_SAFE = {
    _FEATURE + "parserProperty?uri=jdk.xml.maxElementDepth": "257",  # else no more than 100
    _FEATURE + "parserProperty?uri=jdk.xml.elementAttributeLimit": "0",  # else no more than 200
    _FEATURE + "parserProperty?uri=jdk.xml.maxXMLNameLimit": "0",  # else no more than 1,000
    _FEATURE + "allowedProtocols": "file",
    _FEATURE + "allow-external-functions": "false",
    _FEATURE + "disableXslEvaluate": "true",
    _PARSER + "http://xml.org/sax/features/external-general-entities": "false",
    _PARSER + "http://xml.org/sax/features/external-parameter-entities": "false",
    _PARSER + "http://apache.org/xml/features/nonvalidating/load-external-dtd": "false",
}


class TransformError(Exception):
    """A stylesheet that does not compile or a transformation that fails: a fault of ours."""


@dataclass(frozen=True)
class StaticError:
    """An error in a stylesheet: the line (1-based) of the element, its attribute, the reason, and
    the address of the file as far as the compiler tells it.
    """

    line: int
    attribute: str
    reason: str
    file: str = ""


class StylesheetError(Exception):
    """A stylesheet from a user's file that does not compile."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.errors = list(_static_errors(text))


@dataclass(frozen=True)
class Message:
    """An `xsl:message` whose body is one element: its local name and attributes."""

    name: str
    attributes: dict[str, str]


def started() -> bool:
    """Whether a processor has been made in this process."""
    return Saxon.made


class Saxon:
    """A processor for the stylesheets named, each compiled when it is first used.

    `allowedProtocols` can only be narrowed, never widened again: so whatever is to be compiled
    from files is named here, and nothing can be once a stylesheet of a user has been compiled.
    Live processors do not share nodes, and must all be used from one thread.
    """

    made = False

    def __init__(self, *stylesheets: Path, texts: Mapping[Path, str] | None = None) -> None:
        """`texts` are what stands for the files of some stylesheets."""
        Saxon.made = True
        self._processor = PySaxonProcessor(license=False)
        for name, value in _SAFE.items():
            self._processor.set_configuration_property(name, value)
        # our stylesheets lift out of a loop what belongs outside; to look for more costs time
        self._processor.set_configuration_property(_LEVEL, "-l")
        self._waiting = set(stylesheets)
        self._texts = texts or {}
        self._compiled: dict[Path, Stylesheet] = {}
        self._refused: dict[Path, StylesheetError] = {}
        self._serialiser: Any = None
        if not stylesheets:
            self._shut()

    def __contains__(self, path: object) -> bool:
        return path in self._compiled or path in self._waiting

    def __getitem__(self, path: Path) -> Stylesheet:
        """Raises StylesheetError for a text that does not compile, each time the same."""
        if path in self._refused:
            raise self._refused[path]
        if path not in self._compiled:
            self._waiting.discard(path)
            self._compiled[path] = self._compile(path)
            if not self._waiting:
                self._shut()
        return self._compiled[path]

    def _shut(self) -> None:
        """After the stylesheets of ours: the protocols go, the optimiser comes back whole."""
        self._waiting.clear()
        self._processor.set_configuration_property(_FEATURE + "allowedProtocols", "")
        self._processor.set_configuration_property(_LEVEL, "10")

    def parse(self, text: str, base_uri: str = "") -> Node:
        """A document node whose nodes know their line in `text`.

        The caller has found `text` well-formed and without references to entities.
        """
        builder = self._processor.new_document_builder()
        builder.set_line_numbering(True)
        if base_uri:
            builder.set_base_uri(base_uri)
        try:
            return builder.parse_xml(xml_text=text)
        except PySaxonApiError as error:
            raise TransformError(str(error)) from None

    def serialised(self, document: Node) -> str:
        """The XML of a document node, from which `parse` makes the same nodes."""
        if self._serialiser is None:
            self._serialiser = self._processor.new_xpath_processor()
        self._serialiser.set_context(xdm_item=document)
        text = str(self._serialiser.evaluate_single("serialize(.)").string_value)
        return text.replace("\r", "&#13;")  # a parser would read a line break

    def compile(self, text: str) -> Stylesheet:
        """A stylesheet that came from a user's file: it can read and write nothing.

        Raises StylesheetError with every static error found.
        """
        self._shut()
        compiler = self._processor.new_xslt30_processor()
        try:
            return Stylesheet(self._processor, compiler.compile_stylesheet(stylesheet_text=text))
        except PySaxonApiError as error:
            raise StylesheetError(str(error)) from None

    def _compile(self, path: Path) -> Stylesheet:
        compiler = self._processor.new_xslt30_processor()
        try:
            executable = (
                compiler.compile_stylesheet(stylesheet_text=self._texts[path])
                if path in self._texts
                else compiler.compile_stylesheet(stylesheet_file=str(path))
            )
        except PySaxonApiError as error:
            if path not in self._texts:
                raise TransformError(f"{path.name}: {error}") from None
            self._refused[path] = StylesheetError(str(error))
            raise self._refused[path] from None
        return Stylesheet(self._processor, executable)


class Stylesheet:
    """A compiled stylesheet that can be run many times."""

    def __init__(self, processor: Any, executable: Any) -> None:
        self._processor = processor
        self._executable = executable
        self._made: dict[str, tuple[object, Any]] = {}
        executable.set_save_xsl_message(True)

    def node(self, source: Node, params: Params, mode: str) -> Node:
        """The transformation of `source` as one node, kept in memory."""
        executable = self._prepare(params, mode=mode, raw=False)
        return self._run(lambda: executable.apply_templates_returning_value(xdm_value=source)).head

    def text(self, source: Node, params: Params, mode: str) -> str:
        """The transformation of `source`, serialised as its `xsl:output` says."""
        executable = self._prepare(params, mode=mode, raw=False)
        run = self._run(lambda: executable.apply_templates_returning_string(xdm_value=source))
        return "" if run is None else str(run)

    def values(self, source: Node, params: Params, mode: str) -> list[Any]:
        """The items the transformation of `source` returns, unserialised."""
        executable = self._prepare(params, mode=mode, raw=True)
        run = self._run(lambda: executable.apply_templates_returning_value(xdm_value=source))
        return [] if run is None else [run.item_at(index) for index in range(run.size)]

    def maps(self, source: Node, mode: str) -> list[dict[str, str]]:
        """The maps of strings the transformation of `source` returns.

        `source` is the global context item too, which global variables and keys look into.
        """
        executable = self._prepare({}, mode=mode, raw=True)
        executable.set_global_context_item(xdm_item=source)
        run = self._run(lambda: executable.apply_templates_returning_value(xdm_value=source))
        items = [] if run is None else [run.item_at(index) for index in range(run.size)]
        return [
            {key: item.get(key).head.string_value for key in map(str, item.keys())}
            for item in items
        ]

    def pages(self, template: str, params: Params) -> dict[str, str]:
        """The pages of a named template that returns elements `page` with `@href`."""
        executable = self._prepare(params, raw=True)
        run = self._run(lambda: executable.call_template_returning_value(template))
        nodes = [] if run is None else [run.item_at(index) for index in range(run.size)]
        return {node.get_attribute_value("href"): node.string_value for node in nodes}

    def messages(self) -> list[Message]:
        """The messages since the last call, in order."""
        found = self._executable.get_xsl_messages()
        nodes = [] if found is None else [found.item_at(index) for index in range(found.size)]
        self._executable.clear_xsl_messages()
        return [message for node in nodes for message in _elements(node)]

    def _prepare(self, params: Params, *, raw: bool, mode: str = "") -> Any:
        self._executable.clear_parameters()
        self._executable.set_result_as_raw_value(raw)
        if mode:
            self._executable.set_initial_mode(mode)
        for name, value in params.items():
            self._executable.set_parameter(name, self._kept(name, value))
        return self._executable

    def _kept(self, name: str, value: str | Sequence[Node] | Mapping[str, object]) -> Any:
        """The value of a parameter as Saxon has it, made once for the same object."""
        given, made = self._made.get(name, (None, None))
        if given is not value:
            made = self._value(value)
            self._made[name] = value, made
        return made

    def _value(self, value: str | Sequence[Node] | Mapping[str, object]) -> Any:
        if isinstance(value, str):
            return self._processor.make_string_value(value)
        if isinstance(value, Mapping):
            return self._json(value)
        sequence = self._processor.empty_sequence()
        for node in value:
            sequence.add_xdm_item(node)
        return sequence

    def _json(self, value: object) -> Any:
        """What JSON can hold; saxonche's own reader of JSON leaves its escapes as they are."""
        made = self._processor
        if isinstance(value, Mapping):
            entries = {key: self._json(held) for key, held in value.items()}
            empty = made.parse_json(json_text="{}")  # make_map2 makes none
            return made.make_map2(entries, encoding="utf-8") if entries else empty
        if isinstance(value, str):
            return made.make_string_value(value)
        if isinstance(value, bool):
            return made.make_boolean_value(value)
        if isinstance(value, int):
            return made.make_integer_value(value)
        if isinstance(value, Sequence):
            return made.make_array([self._json(held) for held in value])
        if value is None:
            return made.empty_sequence()
        raise TypeError(f"{type(value).__name__}: JSON cannot hold it")

    @staticmethod
    def _run(call: Any) -> Any:
        try:
            return call()
        except PySaxonApiError as error:
            raise TransformError(str(error)) from None


def _static_errors(text: str) -> Iterator[StaticError]:
    for block in re.split(r"^\s*(?:[A-Z]\w+ e|E)rror\b", text, flags=re.MULTILINE)[1:]:
        if place := _PLACE.search(block):
            reason = " ".join(block[place.end() :].split())
            yield StaticError(int(place[2]), place[1] or "", reason, place[3])


def _elements(node: Node) -> list[Message]:
    children = [node] if node.node_kind_str == "element" else node.children
    return [
        Message(
            child.local_name,
            {attribute.local_name: attribute.string_value for attribute in child.attributes},
        )
        for child in children
        if child.node_kind_str == "element"
    ]

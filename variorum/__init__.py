"""Variorum: TEI-XML critical editions, checked, rendered and typeset."""

from pathlib import Path

__all__ = ["__version__", "resource"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_IN_CHECKOUT = {
    "xslt": _CHECKOUT / "xslt",
    "schema": _CHECKOUT / "tei" / "schema",
    "template": _CHECKOUT / "template",
}


def resource(area: str) -> Path:
    """The folder of the stylesheets (`xslt`), of the edition's schema (`schema`), or of what a new
    edition begins with (`template`).

    A wheel carries them inside the package; an editable install finds them in the checkout.
    """
    installed = _PACKAGE / "data" / area
    return installed if installed.is_dir() else _IN_CHECKOUT[area]


def __getattr__(name: str) -> str:
    """`__version__`, looked up when it is asked for: that takes longer than many a check."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("variorum")
    except PackageNotFoundError:  # a source tree on the path, not installed
        return "0+source"

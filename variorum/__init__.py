"""Variorum: TEI-XML critical editions, checked, rendered and typeset."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["__version__", "resource"]

try:
    __version__ = version("variorum")
except PackageNotFoundError:  # a source tree on the path, not installed
    __version__ = "0+source"

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_IN_CHECKOUT = {"xslt": _CHECKOUT / "xslt", "schema": _CHECKOUT / "tei" / "schema"}


def resource(area: str) -> Path:
    """The folder of the stylesheets (`xslt`) or of the edition's schema (`schema`).

    A wheel carries both inside the package; an editable install finds them in the checkout.
    """
    installed = _PACKAGE / "data" / area
    return installed if installed.is_dir() else _IN_CHECKOUT[area]

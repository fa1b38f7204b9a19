"""The package for archives: made from an edition, verified, and an archive's text imported."""

from variorum.archive.package import KINDS, Packager
from variorum.archive.verify import verify

__all__ = ["KINDS", "Packager", "verify"]

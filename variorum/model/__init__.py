"""Runs the stylesheets of `xslt/model/`, which decide what a text means; keeps what they make."""

__all__ = ()

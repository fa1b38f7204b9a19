"""What can be made of an edition: a module for each output."""

__all__ = ()

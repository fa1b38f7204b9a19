"""Makes and keeps models: what a text says, as the stylesheets of the model decide it."""

__all__ = ()

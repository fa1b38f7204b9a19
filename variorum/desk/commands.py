"""The names of commands between server and client."""

__all__ = ["PLACE", "REFERENCES", "SHOW"]

PLACE = "variorum.place"
"""Asked of the server with an address, a line and a character: where the page shows that place."""
SHOW = "variorum.show"
"""Asked of the server with the same: has the client open the page there."""
REFERENCES = "variorum.references"
"""Asked of the client with the place of an id: shows who points to the element."""

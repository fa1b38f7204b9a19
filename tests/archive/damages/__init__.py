"""Kinds of damage that verification must find, and legal variants that it must let pass."""

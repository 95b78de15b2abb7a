"""Bytes to text and back, with no meaning attached: strict readers for everything that comes from outside."""

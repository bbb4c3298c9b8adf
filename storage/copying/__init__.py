"""Copies of everything that is kept, made while it is in use, and put back: of SQLite's files, and of PostgreSQL."""

from storage.copying.copied import Copied

__all__ = ["Copied"]

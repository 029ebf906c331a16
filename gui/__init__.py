"""What a person sees: the only package that imports PySide6."""

# Before Qt, which from its own import on reads the source of every module that is imported (a fifth of the start).
from models import store as _store  # noqa: F401

"""How much may come at once; told to devices by `hello`."""

from typing import Final

ENTRIES: Final = 500
BYTES: Final = 512 * 1024
PAGE: Final = 1_000
CHUNK: Final = 256 * 1024
PHOTO: Final = 50 * 1024 * 1024
ASKED_AT_ONCE: Final = 500

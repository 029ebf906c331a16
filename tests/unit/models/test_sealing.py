"""Sealed bytes: nothing can be changed, cut, moved, doubled or mixed without being noticed."""

import pytest

from models.sealing import CHUNK, MAGIC, TAG, Broken, seal, unseal

KEY = bytes(range(32))
DATA = bytes(range(256)) * (3 * CHUNK // 256)
HEADER = len(MAGIC) + 8


def sealed(data: bytes = DATA) -> bytes:
    """The whole sealed file."""
    return b"".join(seal(data, KEY))


def apart(whole: bytes) -> tuple[bytes, list[bytes]]:
    """Header and chunks with their tags."""
    return whole[:HEADER], [whole[at : at + CHUNK + TAG] for at in range(HEADER, len(whole), CHUNK + TAG)]


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_there_and_back(size: int) -> None:
    """Every size around a chunk's border."""
    assert unseal(sealed(DATA[:size]), KEY) == DATA[:size]


@pytest.mark.parametrize("order", [[0, 1], [0], [1, 0, 2], [0, 1, 2, 2], [2, 1, 0], [1, 2], []])
def test_chunks_cannot_be_cut_moved_or_doubled(order: list[int]) -> None:
    """Index and end are part of what is authenticated: a file cut at a border is noticed."""
    header, chunks = apart(sealed())
    assert len(chunks) == 3
    with pytest.raises(Broken):
        unseal(header + b"".join(chunks[index] for index in order), KEY)


def test_chunks_of_two_files_cannot_be_mixed() -> None:
    """Each file has its own nonces, even for the same bytes."""
    (header, chunks), (_, others) = apart(sealed()), apart(sealed())
    assert others[1] != chunks[1]
    with pytest.raises(Broken):
        unseal(header + chunks[0] + others[1] + chunks[2], KEY)


def test_another_key() -> None:
    """Opens nothing."""
    with pytest.raises(Broken):
        unseal(sealed(), bytes(32))

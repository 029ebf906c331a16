"""What is odd about a photo has a sentence; what the form asks for anyway has none."""

import pytest

from gui.photos.photo_notes import notes


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), []),
        (("no_time", "no_position"), []),
        (("no_position", "null_island"), ["0,0"]),
        (("no_position", "position_not_a_number"), ["读不出来"]),
        (("no_position", "position_outside_china"), ["不在中国境内"]),
        (("future_time", "mislabelled"), ["比现在晚", "后缀"]),
    ],
)
def test_each_oddity_has_its_sentence(codes: tuple[str, ...], words: list[str]) -> None:
    said = notes("IMG_1.jpg", codes)
    assert len(said) == len(words)
    assert all(word in sentence and "IMG_1.jpg" in sentence for word, sentence in zip(words, said, strict=True))

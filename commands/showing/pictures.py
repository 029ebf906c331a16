"""The demo's pictures: which scene, from where and when; drawn by two processes while the findings are entered."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from models.coordinates import Position
from models.vocabulary import PhotoKind
from resources import scenes

_DRAWERS = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """One photo to be. `after`: it shows the place put right. `answers`: the number of the 整改前 photo it answers."""

    scene: str
    seed: int
    shot: int
    kind: PhotoKind
    taken_at: datetime
    position: Position
    size: tuple[int, int]
    after: bool = False
    answers: int | None = None

    @property
    def name(self) -> str:
        """As phones call them."""
        return f"IMG_{self.taken_at:%Y%m%d_%H%M%S}.jpg"


class DrawingRoom:
    """Draws pictures in processes of its own; several of one place share a drawing, each seen through its own lens."""

    def __init__(self) -> None:
        """Nobody draws before `order`."""
        self._pool = ProcessPoolExecutor(_DRAWERS, mp_context=get_context("spawn"), initializer=_give_way)
        self._ordered: dict[Picture, tuple[Future[list[bytes]], int]] = {}

    def __enter__(self) -> Self:
        """For the length of a block."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Whatever is not drawn yet is not drawn any more."""
        self._pool.shutdown(cancel_futures=True)

    def order(self, wanted: Sequence[Picture]) -> None:
        """These will be asked for in about this order."""
        groups: dict[tuple[object, ...], list[Picture]] = {}
        for picture in wanted:
            groups.setdefault((picture.scene, picture.seed, picture.after, picture.size), []).append(picture)
        for group in groups.values():
            future = self._pool.submit(_draw, tuple(group))
            self._ordered |= {picture: (future, index) for index, picture in enumerate(group)}

    def file(self, picture: Picture) -> bytes:
        """The bytes of one; waits until it is drawn."""
        future, index = self._ordered[picture]
        return future.result()[index]


def _give_way() -> None:
    """Who enters the findings goes first: they need a core of their own, and pictures are ready early enough."""
    if hasattr(os, "nice"):
        os.nice(10)


def _draw(group: tuple[Picture, ...]) -> list[bytes]:
    """All of a group, in its order."""
    first = group[0]
    by_shot: Mapping[int, bytes] = dict(
        scenes.series(
            first.scene,
            seed=first.seed,
            after=first.after,
            size=first.size,
            shots={picture.shot: (picture.taken_at, picture.position) for picture in group},
        )
    )
    return [by_shot[picture.shot] for picture in group]

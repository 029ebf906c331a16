"""The five workloads of an exchange, ours and the twin in turns: a fresh server for each round, one base for all."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.benchmarks.measuring import Result, Series
from tests.benchmarks.our_client import OurClient
from tests.benchmarks.processes import (
    INSPECTOR,
    OFFICER,
    Server,
    drop_database,
    new_database,
    start_ours,
    start_twin,
)
from tests.benchmarks.samples import samples
from tests.benchmarks.twin_client import TwinClient

Client = OurClient | TwinClient
CHANGED = 10
TEXT = "第{}次看，土方又多了一些，绿网还是没有盖好，车辆带泥上路，已经拍照。"
WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured."""

    with_photos: int
    without: int
    bases: tuple[int, ...]
    rounds: int
    turns: int


QUICK = Sizes(with_photos=200, without=10_000, bases=(20_000,), rounds=3, turns=15)
FULL = Sizes(with_photos=1_000, without=10_000, bases=(20_000, 100_000), rounds=3, turns=30)


@dataclass(frozen=True, slots=True)
class Contender:
    """A server on an empty database, and how to get laptops for it."""

    folder: Path
    server: Server
    ours: bool

    def client(self, name: str, login: str = INSPECTOR) -> Client:
        """A fresh laptop."""
        folder = self.folder / name
        return OurClient(folder, self.server.url, login) if self.ours else TwinClient(folder, self.server.url)


def exchanges(where: str, postgresql: str, sizes: Sizes, say: Callable[[str], None]) -> Iterator[Result]:
    """All five on this kind of database; an empty address means SQLite."""
    yield _first_push_with_photos(where, postgresql, sizes, say)
    yield from _push_and_pull(where, postgresql, sizes, say)
    yield from _on_bases(where, postgresql, sizes, say)


def _first_push_with_photos(where: str, postgresql: str, sizes: Sizes, say: Callable[[str], None]) -> Result:
    times = {True: Series(), False: Series()}
    findings = samples(sizes.with_photos, with_photos=True)
    for ours in _turns(sizes.rounds):
        with _contender(postgresql, ours=ours) as contender, _laptop(contender, "one") as client:
            client.exchange()  # the connection, the first statements: not what is measured
            client.fill(findings)
            times[ours].take(client.exchange)
        say(f"{where} W1 {'ours' if ours else 'twin'} {times[ours].times[-1]:.2f} s")
    return Result(f"W1 push {sizes.with_photos} with a photo each", where, times[True], times[False], promise=1 / 0.6)


def _push_and_pull(where: str, postgresql: str, sizes: Sizes, say: Callable[[str], None]) -> Iterator[Result]:
    push, pull = {True: Series(), False: Series()}, {True: Series(), False: Series()}
    findings = samples(sizes.without)
    for ours in _turns(sizes.rounds):
        with (
            _contender(postgresql, ours=ours) as contender,
            _laptop(contender, "one") as one,
            _laptop(contender, "two", OFFICER) as two,
        ):
            one.fill(findings[:10])
            one.exchange()
            one.fill(findings)
            push[ours].take(one.exchange)
            pull[ours].take(two.exchange)
            _expect(two, sizes.without + 10)
        say(f"{where} W2 W3 {'ours' if ours else 'twin'} {push[ours].times[-1]:.2f} s {pull[ours].times[-1]:.2f} s")
    yield Result(f"W2 push {sizes.without:,}", where, push[True], push[False], promise=1 / 0.6)
    yield Result(f"W3 first pull of {sizes.without:,}", where, pull[True], pull[False], promise=1 / 0.65)


def _on_bases(where: str, postgresql: str, sizes: Sizes, say: Callable[[str], None]) -> Iterator[Result]:
    """Every base is there at the same time, so that one can be held against the other, in turns as well."""
    with ExitStack() as stack:
        measured = []
        for base in sizes.bases:
            measured.append(stack.enter_context(_base(where, postgresql, base)))
            say(f"{where} base of {base:,}")
        for turn in range(WARM_UP + sizes.turns):
            for each in measured:
                each.take(turn)
    for each in measured:
        yield from each.results()
    if len(measured) > 1:
        small, large = measured[0], measured[-1]
        what = f"W4 {CHANGED} changed, ours at {large.base:,} against {small.base:,}"
        yield Result(what, where, large.changed[True], small.changed[True], promise=1.5)


@dataclass(frozen=True, slots=True)
class _Base:
    """Ours and the twin, each with two laptops that hold the same findings."""

    where: str
    base: int
    pairs: Mapping[bool, tuple[Client, Client]]
    changed: Mapping[bool, Series] = field(default_factory=lambda: {True: Series(), False: Series()})
    nothing: Mapping[bool, Series] = field(default_factory=lambda: {True: Series(), False: Series()})

    def take(self, turn: int) -> None:
        """One turn of both."""
        for ours, (one, two) in self.pairs.items():
            one.change(CHANGED, TEXT.format(turn))
            _take(self.changed[ours], partial(_bring_over, one, two), warm=turn >= WARM_UP)
            _take(self.nothing[ours], one.exchange, warm=turn >= WARM_UP)

    def results(self) -> Iterator[Result]:
        """W4 and W5."""
        for name, promise, series in (
            (f"W4 {CHANGED} changed", 3, self.changed),
            ("W5 nothing to exchange", 2.5, self.nothing),
        ):
            yield Result(f"{name}, base {self.base:,}", self.where, series[True], series[False], promise=promise)


@contextmanager
def _base(where: str, postgresql: str, base: int) -> Iterator[_Base]:
    with _contender(postgresql, ours=True) as our, _contender(postgresql, ours=False) as twin:
        pairs = {True: _pair(our, base), False: _pair(twin, base)}
        try:
            yield _Base(where, base, pairs)
        finally:
            for client in (*pairs[True], *pairs[False]):
                client.close()


def _pair(contender: Contender, base: int) -> tuple[Client, Client]:
    """Two laptops that hold the same findings."""
    one, two = contender.client("one"), contender.client("two", OFFICER)
    one.fill(samples(base))
    one.exchange()
    two.exchange()
    _expect(two, base)
    return one, two


def _bring_over(one: Client, two: Client) -> None:
    one.exchange()
    two.exchange()


def _take(series: Series, work: Callable[[], object], *, warm: bool) -> None:
    if warm:
        series.take(work)
    else:
        work()


def _turns(rounds: int) -> Iterator[bool]:
    """Ours and the twin, beginning in turns, so that a machine that drifts favours nobody."""
    for turn in range(rounds):
        yield from (True, False) if turn % 2 == 0 else (False, True)


def _expect(client: Client, count: int) -> None:
    if client.holds() != count:
        raise RuntimeError(type(client).__name__, client.holds(), count)


@contextmanager
def _contender(postgresql: str, *, ours: bool) -> Iterator[Contender]:
    database = new_database(postgresql)
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as name:
        folder = Path(name)
        server = (start_ours if ours else start_twin)(folder / "server", database)
        try:
            yield Contender(folder, server, ours)
        finally:
            server.stop()
    drop_database(postgresql, database)


@contextmanager
def _laptop(contender: Contender, name: str, login: str = INSPECTOR) -> Iterator[Client]:
    client = contender.client(name, login)
    try:
        yield client
    finally:
        client.close()

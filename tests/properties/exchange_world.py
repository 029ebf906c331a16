"""The line between a bureau and a laptop in memory: it drops, doubles, loses, garbles and turns requests away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from models.errors import GewuError
from sync import failures, steps
from sync.exchange import Tally, exchange
from sync.failures import Failed, Failure
from sync.photo_exchange import PhotoTally
from sync.steps import Conversation, Part, Sent, Step
from sync.wire import push_message, read_answer, read_page
from tests.properties.bureau_in_memory import Bureau
from tests.properties.laptop_in_memory import Laptop


class Crash(BaseException):
    """The laptop's program was killed."""


@dataclass
class World:
    """Carries out an exchange between the two; `faults` decides what happens to each request."""

    bureau: Bureau
    laptop: Laptop
    faults: Callable[[], str] = lambda: "ok"
    random: Random = field(default_factory=lambda: Random(0))
    requests: int = 0

    def exchange(self) -> Failure | None:
        """One exchange to its end; raises Crash where the faults say so."""
        failure: Failure | None = self.run(exchange(Tally(), PhotoTally()))
        return failure

    def run(self, conversation: Conversation[Any]) -> Any:
        """Carry one conversation out."""
        reply, error = None, None
        while True:
            try:
                step = conversation.send(reply) if error is None else conversation.throw(error)
            except StopIteration as end:
                return end.value
            reply, error = None, None
            try:
                reply = self._together(step) if isinstance(step, steps.Together) else self._carry_out(step)
            except GewuError as failed:
                error = failed

    def _together(self, step: steps.Together) -> tuple[Any, ...]:
        """In any order; a lane that fails does not keep the others from ending."""
        order = list(enumerate(step.conversations))
        self.random.shuffle(order)
        results: dict[int, Any] = {}
        errors: list[GewuError] = []
        for index, conversation in order:
            try:
                results[index] = self.run(conversation)
            except GewuError as error:
                errors.append(error)
        if errors:
            raise errors[0]
        return tuple(results[index] for index in range(len(order)))

    def _carry_out(self, step: Step[Any]) -> Any:
        desk = self._desk().get(type(step))
        return self._over_the_line(step) if desk is None else desk(step)

    def _desk(self) -> dict[type, Callable[[Any], Any]]:
        laptop = self.laptop
        return {
            steps.NextBatch: lambda step: laptop.next_batch(step.entries, step.size, step.behind),
            steps.TakeAnswer: lambda step: laptop.take_answer(step.batch, step.answer),
            steps.LookAround: lambda _: steps.Standing(laptop.sent < len(laptop.bodies), laptop.bookmark, {}),
            steps.TakePage: lambda step: laptop.take_page(step.page),
            steps.PhotosToSend: lambda _: laptop.to_send(),
            steps.MarkPhoto: lambda step: laptop.mark(step.digest, step.state),
            steps.PhotosWanted: lambda _: laptop.still_wanted(),
            steps.KeepPhoto: lambda step: laptop.fetched.update({step.digest: step.content}),
            steps.Rest: lambda _: None,
            steps.Tell: lambda _: None,
        }

    def _over_the_line(self, step: Step[Any]) -> Any:
        self.requests += 1
        fault = self.faults()
        if fault == "crash":
            raise Crash
        if fault == "dropped":
            raise Failed(failures.LINE_CUT)
        if fault == "busy":
            raise Failed(Failure("bureau_busy", failures.Retry.SOON, 2.0))
        if fault == "doubled":
            self._answer(step, garbled=False)
        reply = self._answer(step, garbled=fault == "garbled")
        if fault == "lost":
            raise Failed(failures.LINE_CUT)
        return reply

    def _answer(self, step: Step[Any], *, garbled: bool) -> Any:
        bureau = self.bureau
        replies: dict[type, Callable[[Any], Any]] = {
            steps.Push: lambda step: self._push(step, garbled=garbled),
            steps.Pull: lambda step: self._pull(step, garbled=garbled),
            steps.Have: lambda step: bureau.have(step.digests),
            steps.OpenUpload: lambda step: bureau.open_upload(
                step.digest, step.size, self.laptop.originals[step.digest][: step.first]
            ),
            steps.AskOffset: lambda step: bureau.offset(step.url),
            steps.SendChunk: lambda step: self._send_chunk(step, garbled=garbled),
            steps.CommitPhoto: lambda step: bureau.commit(step.digest),
            steps.FetchPart: self._fetch_part,
        }
        return replies[type(step)](step)

    def _push(self, step: steps.Push, *, garbled: bool) -> Any:
        raw = push_message(step.batch)
        if len(raw) > self.bureau.largest_message:
            raise Failed(failures.TOO_LARGE)
        return self._read(self.bureau.push(raw), lambda text: read_answer(text, step.batch), garbled=garbled)

    def _pull(self, step: steps.Pull, *, garbled: bool) -> Any:
        page = self.bureau.pull(step.bookmark)
        return self._read(page, lambda text: (read_page(text, after=step.bookmark), None), garbled=garbled)

    def _send_chunk(self, step: steps.SendChunk, *, garbled: bool) -> Sent:
        if garbled:
            raise Failed(failures.CHUNK_DAMAGED)
        chunk = self.laptop.originals[step.digest][step.offset : step.offset + step.length]
        return Sent(self.bureau.append(step.url, step.offset, chunk), 0.001)

    def _fetch_part(self, step: steps.FetchPart) -> Part:
        data = self.bureau.photos[step.digest]
        return Part(data[step.offset : step.offset + step.length], len(data), 0.001)

    def _read(self, raw: bytes, read: Callable[[bytes], Any], *, garbled: bool) -> Any:
        """The answer's bytes; garbled ones are cut somewhere, and must never be taken for whole."""
        if not garbled:
            return read(raw)
        cut = raw[: self.random.randrange(len(raw) - 1)]
        try:
            read(cut)
        except GewuError as error:
            raise Failed(failures.GARBLED) from error
        raise AssertionError("a cut answer was taken for whole", cut)


def steady(world: World) -> World:
    """The same two, with a line that does nothing wrong."""
    return replace(world, faults=lambda: "ok", requests=0)

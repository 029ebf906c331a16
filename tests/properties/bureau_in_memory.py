"""A bureau's server in memory: what it takes, numbers, hands out and counts as verified."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.entries import FIRST_LINK, next_link
from models.head import Bookmark
from sync import failures
from sync.failures import Failed, Failure
from sync.steps import Held, Opened, Upload

ME, OTHER = "a" * 32, "b" * 32
EPOCH = "e" * 32
PAGE = 3


@dataclass
class Bureau:
    """The server: a journal of (device, dseq, body), photos that count, uploads that do not yet."""

    journal: list[tuple[str, int, str]] = field(default_factory=list)
    photos: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, tuple[str, int, bytearray]] = field(default_factory=dict)
    largest_message: int = 10**9
    refused: set[int] = field(default_factory=set)

    def push(self, raw: bytes) -> bytes:
        """Take a batch: numbers for what is new, the same numbers again for what is known."""
        header, *bodies = raw.decode().rstrip("\n").split("\n")
        first = int(header.split('"dseq": ')[1].split(",")[0])
        runs, refused = [], []
        for dseq, body in enumerate(bodies, start=first):
            if dseq in self.refused:
                refused.append(f'{{"dseq":{dseq},"code":"outside_scope"}}')
                continue
            if (ME, dseq, body) not in self.journal:
                assert all((device, known) != (ME, dseq) for device, known, _ in self.journal), (
                    "one number, two entries"
                )
                self.journal.append((ME, dseq, body))
            runs.append(f"[{dseq},1,{self.journal.index((ME, dseq, body)) + 1}]")
        return f'{{"runs":[{",".join(runs)}],"refused":[{",".join(refused)}],"received_at":"2026"}}'.encode()

    def pull(self, bookmark: Bookmark) -> bytes:
        """A page of what others wrote, after a bookmark."""
        lines: list[str] = []
        number = bookmark.number
        while number < len(self.journal) and len(lines) < PAGE:
            device, dseq, body = self.journal[number]
            number += 1
            if device != ME:
                lines.append(f"{number}\t2026\t{device}\t{dseq}\t\t\t{body}")
        more = "true" if number < len(self.journal) else "false"
        end = (
            f'{{"next":{number},"anchor":"{self.anchor(number)}","more":{more},"count":{len(lines)},'
            f'"history":0,"left":[],"epoch":"{EPOCH}"}}'
        )
        return "\n".join((*lines, end, "")).encode()

    def anchor(self, number: int) -> str:
        """The chain's hash at a number."""
        link = FIRST_LINK
        for _, _, body in self.journal[:number]:
            link = next_link(link, body.encode())
        return link.hex()

    def have(self, digests: Sequence[str]) -> dict[str, Held]:
        """What is held of these photos."""
        under_way = {digest: Upload(url, len(data)) for url, (digest, _, data) in self.uploads.items()}
        return {
            digest: Held("verified")
            if digest in self.photos
            else Held("partial", under_way[digest])
            if digest in under_way
            else Held("absent")
            for digest in digests
        }

    def open_upload(self, digest: str, size: int, first: bytes) -> Opened:
        """A new place; the older one of the same photo ends."""
        self.uploads = {url: one for url, one in self.uploads.items() if one[0] != digest}
        url = f"/uploads/{len(self.uploads)}-{digest[:8]}-{len(first)}"
        self.uploads[url] = (digest, size, bytearray(first))
        return Opened(Upload(url, len(first)), 0.001)

    def offset(self, url: str) -> int:
        """How much of an upload is here."""
        if url not in self.uploads:
            raise Failed(failures.GONE)
        return len(self.uploads[url][2])

    def append(self, url: str, offset: int, chunk: bytes) -> int:
        """Bytes at their offset, or a refusal."""
        if offset != self.offset(url):
            raise Failed(failures.OFFSET_MOVED)
        data = self.uploads[url][2]
        data += chunk
        return len(data)

    def commit(self, digest: str) -> bool:
        """Re-read the whole photo; it counts only when it is the one."""
        for url, (wanted, _, data) in list(self.uploads.items()):
            if wanted == digest and digest not in self.photos:
                del self.uploads[url]
                if hashlib.sha256(data).hexdigest() == digest:
                    self.photos[digest] = bytes(data)
        if digest not in self.photos:
            raise Failed(Failure("bureau_conflict"))
        return True

"""Whatever moves where and whoever looks when: in the end everybody holds what is theirs, whole, and nothing else."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from models import journal
from models.clock import MovableClock
from models.entries import FINDING, FIRST_LINK, VERSION, Base, Entry, Subject, encode, next_link
from models.facts import KIND_OF, Enlisted, Fact, GridCorrected, Redescribed, Verified
from models.finding import digest
from models.ids import DeviceId, EntryId, PersonId, new_device, new_id
from models.integrity import check
from models.people import Person, Role
from models.standing import within
from models.store import Store
from server import accounts, checking, devices
from server.devices import Asker
from server.exchange import pull as pulling
from server.exchange.pull import encode_page, pull
from server.exchange.push import push
from server.office import Office, open_office
from server.settings import Settings
from sync.wire import read_page
from tests.builders import COUNTY, GRID, NOON, OTHER_GRID, TOWN, raised
from tests.line import OFFICE, VILLAGE, dispatched

OTHER_TOWN_GRID = "320402105001001"
KEY = bytes(range(32))
GRIDS, UNITS = (GRID, OTHER_GRID, OTHER_TOWN_GRID), (VILLAGE, OFFICE)


def someone(role: Role, area: str, unit: str = "") -> Person:
    return Person(PersonId(new_id()), new_id()[-12:], "人", role, area, unit)


CHIEF = someone(Role.BUREAU, COUNTY)
CHECKER = someone(Role.BUREAU, COUNTY)
READERS = (
    someone(Role.INSPECTOR, GRID),
    someone(Role.INSPECTOR, OTHER_GRID),
    someone(Role.GRID_HEAD, "320402104203"),
    someone(Role.STATION, TOWN),
    someone(Role.STATION, "320402105000"),
    someone(Role.UNIT, TOWN, VILLAGE.code),
    someone(Role.UNIT, COUNTY, OFFICE.code),
    someone(Role.LEADER, COUNTY),
)


@dataclass
class World:
    """A server, the bureau's people who do things in it, and readers with stores."""

    office: Office
    stores: list[Store]
    chains: dict[PersonId, tuple[DeviceId, int, bytes]] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def say(self, who: Person, subject: str, fact: Fact) -> None:
        """One entry, taken by the server."""
        device, dseq, link = self.chains[who.id]
        kind, about = KIND_OF[type(fact)], Subject(FINDING, subject)
        body = encode(Entry(EntryId(new_id()), kind, VERSION, about, who.id, NOON, Base(2**40), fact))
        tip = next_link(link, body)
        header = f'{{"device":"{device}","dseq":{dseq + 1},"prev":"{link.hex()}","tip":"{tip.hex()}"}}'
        answer = push(self.office, Asker(who, device), b"\n".join((header.encode(), body, b"")))
        assert not answer.refused, answer
        self.chains[who.id] = (device, dseq + 1, tip)

    def look(self, store: Store, limit: int, pages: int) -> None:
        """Some pages of an exchange."""
        more = True
        while more and pages:
            head = store.head.state()
            mark = pulling.Bookmark(head.bookmark.epoch, head.bookmark.number, head.bookmark.anchor)
            with self.office.database.looking() as connection:
                raw = encode_page(pull(self.office, connection, Asker(store.person, head.device), mark, limit=limit))
            page = read_page(raw, after=head.bookmark)
            assert len(page.lines) <= limit
            store.head.take_page(page.lines, page.bookmark, history=page.history, left=page.left)
            more, pages = page.more, pages - 1

    def agrees(self, store: Store) -> None:
        """The ledger of this person is the server's journal, as far as it is theirs."""
        with self.office.database.reading() as connection:
            sums = journal.summed(connection, self.findings)
        theirs = {
            finding.id: digest(finding)
            for finding in sums.values()
            if finding is not None and within(finding.standing, store.person)
        }
        held = {row.id: store.findings.one(row.id) for row in store.findings.page()}
        assert {key: digest(finding) for key, finding in held.items() if finding is not None} == theirs
        assert check(store).problems == ()


@contextmanager
def world() -> Iterator[World]:
    """A new one."""
    with TemporaryDirectory() as folder, ExitStack() as open_parts:
        office = open_office(Settings(Path(folder) / "server", bureau_code="320402"), MovableClock(NOON))
        open_parts.callback(office.close)
        here = World(office, [])
        for number, who in enumerate(READERS):
            store = Store.open(Path(folder) / str(number), KEY, who, MovableClock(NOON))
            open_parts.callback(store.close)
            here.stores.append(store)
        with office.database.writing() as connection:
            for who in (CHIEF, CHECKER):
                accounts.add(connection, who, password_hash="x")
                device = new_device()
                devices.enrol(connection, device=device, name="n", person=who.id, now=NOON)
                here.chains[who.id] = (device, 0, FIRST_LINK)
        yield here


def do(here: World, act: str, which: int, where: int) -> None:
    """One thing that happens; what does not fit the finding is taken without effect, as in life."""
    if act == "raise" or not here.findings:
        here.findings.append(new_id())
        here.say(CHIEF, here.findings[-1], raised(grid=GRIDS[where % 3]))
        return
    subject = here.findings[which % len(here.findings)]
    facts: dict[str, Fact] = {
        "correct": GridCorrected(GRIDS[where % 3]),
        "dispatch": dispatched(unit=UNITS[where % 2]),
        "describe": Redescribed(f"另一种说法，一共十个字以上，第{where}次"),
    }
    if act == "dispatch":
        here.say(CHECKER, subject, Verified(raised().classification))
        here.say(CHECKER, subject, Enlisted())
    here.say(CHECKER, subject, facts[act])


ACTS = st.tuples(st.sampled_from(["raise", "correct", "dispatch", "describe"]), st.integers(0, 9), st.integers(0, 9))
LOOKS = st.tuples(st.just("look"), st.integers(0, len(READERS) - 1), st.integers(1, 4))


@given(st.lists(st.one_of(ACTS, ACTS, LOOKS), min_size=1, max_size=25), st.integers(1, 5))
@settings(max_examples=25)
def test_everybody_comes_to_hold_what_is_theirs(happens: list[tuple[str, int, int]], limit: int) -> None:
    with world() as here:
        for act, which, where in happens:
            if act == "look":
                here.look(here.stores[which], limit=where, pages=where)
            else:
                do(here, act, which, where)
        for store in here.stores:
            here.look(store, limit, pages=500)
            here.agrees(store)
        assert checking.check(here.office).problems == ()

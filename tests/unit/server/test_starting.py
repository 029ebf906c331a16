"""Starting: the schema, the instance, its keys, and what a server refuses to begin with."""

import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from models.database import open_postgresql, open_store
from models.errors import Damaged, Refused, WorldFailed
from models.migrating import bring_up_to_date, migrate
from server import instance
from server.checking import check
from server.office import REVISION, SCRIPTS, VERSIONS, Office, open_office, refuse_low_counter
from server.serving import refuse_moved_clock_beyond_loopback, refuse_plain_beyond_loopback, serve
from server.settings import Settings, from_environment
from server.tables import ENTRY_PHOTO, METADATA


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_upgraded_schema_is_the_new_one(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """What the migrations make is what the tables say."""
    url = str(request.getfixturevalue("postgresql_url")) if kind == "postgresql" else ""
    office = open_office(Settings(tmp_path, database_url=url))
    options = {"version_table": VERSIONS, "compare_type": True, "include_name": _ours}
    with office.database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), METADATA) == []
    office.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_photos_of_an_older_server_find_their_finding(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What was accepted before findings could move is still shown to whoever sees the finding."""
    postgresql = kind == "postgresql"
    database = (
        open_postgresql(request.getfixturevalue("postgresql_url")) if postgresql else open_store(tmp_path / "s", None)
    )
    bring_up_to_date(database)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["version_table"] = VERSIONS
    entry = "INSERT INTO entry (id, subject_kind, subject, kind, author, device, dseq, body) VALUES "
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text(entry + "('e', 'finding', 's', 'raised', 'p', 'd', 1, '{}')"))
        connection.execute(
            text("INSERT INTO entry_photo (sha256, entry, author, size, grid) VALUES ('x', 'e', 'p', 1, '3')")
        )
    migrate(database, scripts=SCRIPTS, version_table=VERSIONS, revision=REVISION)
    with database.reading() as connection:
        assert [dict(row) for row in connection.execute(select(ENTRY_PHOTO)).mappings()] == [
            {"sha256": "x", "entry": "e", "subject": "s", "author": "p", "size": 1}
        ]
    database.close()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in METADATA.tables


def test_second_start_is_the_same_server(tmp_path: Path) -> None:
    """Id, epoch and keys are made once."""
    seen = set()
    for _ in range(2):
        office = open_office(Settings(tmp_path, bureau_code="320402"))
        seen.add(office.instance)
        office.close()
    assert len(seen) == 1


def test_recovery_key(office: Office) -> None:
    """The private half lies in a file of its own, for the owner alone, and fits the public half."""
    path = office.settings.data / instance.KEY_FILE
    assert instance.private_key(office.settings.data).public_key().public_bytes_raw() == office.instance.recovery_key
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(b"short")
    with pytest.raises(Damaged):
        instance.private_key(office.settings.data)


def test_interrupted_first_start(tmp_path: Path) -> None:
    """Killed after the key was written and before the database knew: the key is kept."""
    office = open_office(Settings(tmp_path))
    public = office.instance.recovery_key
    with office.database.writing() as connection:
        connection.execute(text("DELETE FROM instance"))
    office.close()
    office = open_office(Settings(tmp_path))
    assert office.instance.recovery_key == public
    office.close()


@pytest.mark.parametrize("content", [None, b""])
def test_data_that_are_gone_are_not_begun_anew(tmp_path: Path, content: bytes | None) -> None:
    """Every laptop would take what starts then for another bureau's server."""
    open_office(Settings(tmp_path)).close()
    path = tmp_path / "server.db"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(Damaged, match="store_gone"):
        open_office(Settings(tmp_path))


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("postgresql://nobody@127.0.0.1:1/none", WorldFailed),
        ("mysql://bureau", Refused),
        ("postgresql://u:secret@h:port/d", Refused),
        ("nonsense", Refused),
    ],
)
def test_a_database_that_cannot_be_reached_is_said(tmp_path: Path, url: str, error: type[Exception]) -> None:
    """One sentence, and the password of the address in none of it."""
    with pytest.raises(error) as refused:
        open_office(Settings(tmp_path, database_url=url))
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("port", [-1, 65536, 99999])
def test_a_port_that_is_none(tmp_path: Path, port: int) -> None:
    """It is not taken for another one."""
    with pytest.raises(Refused, match="cannot_listen"):
        serve(Settings(tmp_path, port=port))


def test_check_notices_a_lost_recovery_key(office: Office) -> None:
    """While everybody still knows their password nobody would."""
    assert check(office).ok
    (office.settings.data / instance.KEY_FILE).write_bytes(bytes(32))
    (problem,) = check(office).problems
    assert (problem.code, problem.where) == ("recovery_key", instance.KEY_FILE)
    assert "恢复" in problem.what


def test_data_of_another_bureau(tmp_path: Path) -> None:
    """A server does not go on under another bureau's name."""
    open_office(Settings(tmp_path, bureau_code="320402")).close()
    with pytest.raises(Refused) as refused:
        open_office(Settings(tmp_path, bureau_code="320411"))
    assert refused.value.refusal.code == "data_of_another_bureau"


def test_counter_below_the_journal(office: Office) -> None:
    """Numbers would be given twice: nothing begins."""
    entry = "INSERT INTO entry (id, subject_kind, subject, kind, author, device, dseq, body, number) VALUES "
    with office.database.writing() as connection:
        connection.execute(text(entry + "('a', 'finding', 'b', 'c', 'd', 'e', 1, '{}', 5)"))
        with pytest.raises(Refused) as refused:
            refuse_low_counter(connection)
    assert refused.value.refusal.values == {"counter": 0, "highest": 5}


@pytest.mark.parametrize(
    ("host", "options", "code"),
    [
        ("127.0.0.1", {}, None),
        ("localhost", {}, None),
        ("::1", {}, None),
        ("203.0.113.7", {}, "plain_beyond_loopback"),
        ("10.1.2.3", {}, "plain_beyond_loopback"),
        ("no.such.host.invalid", {}, "plain_beyond_loopback"),
        ("203.0.113.7", {"allow_plain": True}, None),
        ("203.0.113.7", {"certificate": Path("a"), "private_key": Path("b")}, None),
        ("127.0.0.1", {"certificate": Path("a")}, "tls_needs_both"),
    ],
)
def test_plain_beyond_loopback(host: str, options: dict[str, object], code: str | None) -> None:
    """Passwords do not leave this machine in the clear unless somebody says so."""
    settings = Settings(Path("x"), host=host, **options)  # type: ignore[arg-type]
    if code is None:
        refuse_plain_beyond_loopback(settings)
        return
    with pytest.raises(Refused) as refused:
        refuse_plain_beyond_loopback(settings)
    assert refused.value.refusal.code == code


@pytest.mark.parametrize(
    ("host", "clock_file", "code"),
    [("127.0.0.1", "clock", None), ("10.1.2.3", "clock", "clock_beyond_loopback"), ("10.1.2.3", "", None)],
)
def test_moved_clock_beyond_loopback(host: str, clock_file: str, code: str | None) -> None:
    """Time that was moved reaches nobody but this machine's demo."""
    settings = from_environment({"GEWU_CLOCK_FILE": clock_file}, host=host, allow_plain=True)
    if code is None:
        refuse_moved_clock_beyond_loopback(settings)
        return
    with pytest.raises(Refused) as refused:
        refuse_moved_clock_beyond_loopback(settings)
    assert refused.value.refusal.code == code


def test_settings() -> None:
    """The command line wins over the variables; the database's address is in no log line."""
    known = {"GEWU_DATABASE_URL": "postgresql://u:secret@h/d", "GEWU_BUREAU_CODE": "320402", "GEWU_HOST": "h"}
    settings = from_environment(known, data=Path("d"), host="127.0.0.1", port=0)
    assert (settings.host, settings.port, settings.bureau_code) == ("127.0.0.1", 0, "320402")
    assert "secret" not in repr(settings)

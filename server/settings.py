"""How a server is set up: one typed value, read from the command line and from GEWU_… variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

DEFAULT_PORT = 8850
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. `bureau_code` is the county's first six digits; it names the journal."""

    data: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    # may carry a password: kept out of every log line
    database_url: str = field(default="", repr=False)
    bureau_code: str = ""
    bureau_name: str = ""
    certificate: Path | None = None
    private_key: Path | None = None
    allow_plain: bool = False
    disk_reserve: int = 512 * MEGABYTE
    most_at_once: int = 200
    clock_file: Path | None = None
    """The demo and the tour move time by what stands in this file (models.clock); real use names none."""

    @property
    def encrypted(self) -> bool:
        """Whether the server speaks TLS itself."""
        return self.certificate is not None and self.private_key is not None


def default_data() -> Path:
    """Where the data lie when nobody says otherwise."""
    return platformdirs.user_data_path("Gewu", appauthor=False) / "server"


def from_environment(
    environment: Mapping[str, str] | None = None,
    *,
    data: Path | None = None,
    host: str | None = None,
    port: int | None = None,
    certificate: Path | None = None,
    private_key: Path | None = None,
    allow_plain: bool = False,
) -> Settings:
    """What the command line gives wins; then the variables; then the defaults."""
    known = os.environ if environment is None else environment
    reserve = known.get("GEWU_DISK_RESERVE_MB", "")
    return Settings(
        data=data or _path(known.get("GEWU_SERVER_DATA")) or default_data(),
        host=host or known.get("GEWU_HOST") or "127.0.0.1",
        port=DEFAULT_PORT if port is None else port,
        database_url=known.get("GEWU_DATABASE_URL", ""),
        bureau_code=known.get("GEWU_BUREAU_CODE", ""),
        bureau_name=known.get("GEWU_BUREAU_NAME", ""),
        certificate=certificate or _path(known.get("GEWU_TLS_CERTIFICATE")),
        private_key=private_key or _path(known.get("GEWU_TLS_KEY")),
        allow_plain=allow_plain,
        disk_reserve=int(reserve) * MEGABYTE if reserve.isdigit() else 512 * MEGABYTE,
        clock_file=_path(known.get("GEWU_CLOCK_FILE")),
    )


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None

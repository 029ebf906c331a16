"""An office: a server's parts without its listening."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.office import Office, open_office
from server.settings import Settings
from tests.builders import clock


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A server's data, new."""
    here = open_office(Settings(tmp_path / "局里"), clock())
    yield here
    here.close()

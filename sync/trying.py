"""Carrying out one step, and trying one again that failed for a moment."""

from typing import TypeVar

from sync.failures import Failed, worth_waiting
from sync.steps import Conversation, Rest, Step

T = TypeVar("T")


def do(step: Step[T]) -> Conversation[T]:
    """One step, once."""
    reply: T = yield step
    return reply


def ask(step: Step[T]) -> Conversation[T]:
    """One request, tried again after a pause while that makes sense. Every request may be made twice without harm."""
    attempt = 0
    while True:
        try:
            return (yield from do(step))
        except Failed as failed:
            if not worth_waiting(failed.failure, attempt):
                raise
            after = failed.failure.after
        yield from do(Rest(attempt, after))
        attempt += 1

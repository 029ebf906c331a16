"""责任单位 and 验收单位 as a script writes them: by code or name of the bureau's register, or with both."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from models.action_form.asked import refuse_unknown
from models.errors import Refusal, Refused
from models.facts import Unit
from models.form import text_of
from models.reference import VILLAGE

_KEYS: Final = frozenset({"code", "name", "kind"})


def unit_in(plain: Mapping[str, Any], key: str, units: Sequence[Unit]) -> Unit | None:
    """The unit under a key; None where nothing is written. Raises Refused for one that the register does not have."""
    value = plain.get(key)
    if isinstance(value, Mapping):
        return _written(value, key, units)
    if not (text := text_of(plain, key)):
        return None
    found = [unit for unit in units if unit.code == text] or [unit for unit in units if unit.name == text]
    if len(found) != 1:
        code = "unit_ambiguous" if found else "unit_unknown"
        raise Refused(Refusal(code, {"field": key, "key": key, "text": text}))
    return found[0]


def _written(value: Mapping[str, Any], key: str, units: Sequence[Unit]) -> Unit | None:
    """A code with a name. Where the bureau keeps a register, what that says of the code counts."""
    refuse_unknown(value, _KEYS)
    code, name = text_of(value, "code"), text_of(value, "name")
    if not code:
        return unit_in({key: name}, key, units)
    if units:
        return unit_in({key: code}, key, [unit for unit in units if unit.code == code])
    return Unit(code, name or code, text_of(value, "kind") == VILLAGE)

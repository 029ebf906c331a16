"""What stands in the form, as typed: a frozen value that a draft keeps and from which an entry is assembled."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from models.clock import CHINA
from models.codec import from_plain, to_plain
from models.coordinates import Position
from models.errors import Malformed
from models.facts import Answer, Photo
from models.finding import Finding
from models.position_text import PositionRefused, read_position
from models.vocabulary import (
    Method,
    OnSiteAction,
    PartyKind,
    PositionSource,
    QuantityUnit,
    Severity,
    Source,
)

TIME_FORMATS = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y.%m.%d %H:%M", "%Y-%m-%d")


class FormField(Enum):
    """A field of the form in its order; the value is the name that refusals give it."""

    PHOTOS = "photos"
    CATEGORY = "category"
    PLACE = "place"
    DESCRIPTION = "description"
    SEVERITY = "severity"
    ON_SITE = "on_site"
    PARTY = "party"
    QUANTITY = "quantity"
    FOUND_AT = "found_at"
    POSITION = "position"
    GRID = "grid"
    SOURCE = "source"
    FINDER = "finder"

    @property
    def order(self) -> int:
        """Where it stands in the form, photos being 0."""
        return list(FormField).index(self)


@dataclass(frozen=True, slots=True)
class FormValues:
    """The form as it stands. `own` names the fields that a person set, which no default may touch again."""

    photos: tuple[Photo, ...] = ()
    category: str = ""
    further: tuple[str, ...] = ()
    place: str = ""
    description: str = ""
    severity: Severity = Severity.SLIGHT
    on_site: OnSiteAction = OnSiteAction.REPORTED
    party_name: str = ""
    party_kind: PartyKind = PartyKind.UNKNOWN
    party_uscc: str = ""
    amount: str = ""
    unit: QuantityUnit = QuantityUnit.SQUARE_METRE
    found_text: str = ""
    late_reason: str = ""
    position_text: str = ""
    position_source: PositionSource | None = None
    no_position_reason: str = ""
    grid: str = ""
    grid_words: str = ""
    """Where it was, in the words of somebody who had no account yet; codes come with the account."""
    source: Source | None = None
    method: Method = Method.GRID_PATROL
    finder: str = ""
    companions: tuple[str, ...] = ()
    campaign: str = ""
    emergency: bool = False
    answers: tuple[Answer, ...] = ()
    own: tuple[FormField, ...] = ()

    @property
    def found_at(self) -> datetime | None:
        """The found time, None while what is typed is no time."""
        return read_time(self.found_text)

    @property
    def position(self) -> Position | None:
        """The position, None while what is typed is none."""
        try:
            return read_position(self.position_text) if self.position_text.strip() else None
        except PositionRefused:
            return None

    def edited(self, field: FormField, **changes: object) -> "FormValues":
        """With what a person changed in a field."""
        own = self.own if field in self.own else (*self.own, field)
        return replace(self, **changes, own=own)  # type: ignore[arg-type] # checked by the fields' own tests

    def answered(self, answer: Answer) -> "FormValues":
        """With the answer to a soft warning, instead of an earlier one to the same."""
        others = tuple(item for item in self.answers if item.warning != answer.warning)
        return replace(self, answers=(*others, answer))

    def for_next(self) -> "FormValues":
        """What 「保存并登记下一条」 keeps: type, place, party, companions and how it was found."""
        kept = {FormField.CATEGORY, FormField.PLACE, FormField.PARTY, FormField.GRID, FormField.SOURCE}
        return FormValues(
            category=self.category,
            place=self.place,
            severity=self.severity,
            on_site=self.on_site,
            party_name=self.party_name,
            party_kind=self.party_kind,
            party_uscc=self.party_uscc,
            grid=self.grid,
            source=self.source,
            method=self.method,
            finder=self.finder,
            companions=self.companions,
            campaign=self.campaign,
            own=tuple(field for field in self.own if field in kept),
        )


def to_draft(values: FormValues) -> dict[str, object]:
    """The plain body of a draft."""
    plain = to_plain(values)
    assert isinstance(plain, dict)
    return plain


def from_draft(body: object) -> FormValues:
    """Read a draft; one that another version wrote differently gives back what can be read."""
    try:
        return from_plain(FormValues, body)
    except Malformed:
        return _readable_part(body)


def _readable_part(body: object) -> FormValues:
    values = FormValues()
    if not isinstance(body, dict):
        return values
    for name, plain in body.items():
        try:
            read = from_plain(FormValues, {name: plain})
            values = replace(values, **{name: getattr(read, name)})
        except (Malformed, AttributeError, TypeError):
            continue
    return values


def of_finding(finding: Finding) -> FormValues:
    """A finding as the form shows it for 补正 or 更正."""
    raised, location, party = finding.raised, finding.location, finding.party
    quantity = raised.quantity
    return FormValues(
        photos=finding.photos,
        category=finding.classification.category,
        further=finding.classification.further,
        place=location.place,
        description=finding.description,
        severity=finding.classification.severity,
        on_site=raised.on_site.action,
        party_name=party.name if party else "",
        party_kind=party.kind if party else PartyKind.UNKNOWN,
        party_uscc=party.uscc if party else "",
        amount=plain_number(quantity.amount) if quantity else "",
        unit=quantity.unit if quantity else QuantityUnit.SQUARE_METRE,
        found_text=time_text(raised.found_at),
        late_reason=raised.late_reason,
        position_text=position_text(location.position) if location.position else "",
        position_source=location.position_source,
        no_position_reason=location.no_position_reason,
        grid=raised.grid,
        source=raised.source,
        method=raised.method,
        finder=raised.finder,
        companions=raised.companions,
        campaign=raised.campaign,
        emergency=raised.emergency,
        own=tuple(FormField),
    )


def read_time(text: str) -> datetime | None:
    """The time that was typed, in China's zone; None if it is none."""
    cleaned = half_width(text).replace("T", " ").strip()
    for pattern in TIME_FORMATS:
        try:
            return datetime.strptime(cleaned, pattern).replace(tzinfo=CHINA)
        except ValueError:
            continue
    return None


def time_text(moment: datetime) -> str:
    """A time as the field shows it."""
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def position_text(position: Position) -> str:
    """A position as the field shows it, longitude first."""
    return f"{position.lon:.6f},{position.lat:.6f}"


def plain_number(value: float) -> str:
    """A number without a needless tail."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def half_width(text: str) -> str:
    """Full-width digits, letters and signs as half-width ones, as pasting from WeChat needs."""
    return text.translate(_NARROW)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line, however they are separated."""
    for mark in ",，;；/ ":
        text = text.replace(mark, "、")
    return tuple(_without_doubles(name.strip() for name in text.split("、") if name.strip()))


def _without_doubles(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))

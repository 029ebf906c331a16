"""The closed sets of values a finding is described with: stable codes, English labels for the catalogue."""

from enum import Enum
from functools import cache
from gettext import NullTranslations
from typing import Self

from resources.words import DEFAULT_LANGUAGE, N_, load


@cache
def _chinese() -> NullTranslations:
    """Tables and command lines hold Chinese labels whatever language the screen speaks."""
    return load(DEFAULT_LANGUAGE)


class Labelled(Enum):
    """An enum whose members carry a label: the code is stored, the label is shown (translated)."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Code and English label."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The member of this code or of this label in Chinese or English; None if there is none."""
        for member in cls:
            if text in (member.value, member.label, _chinese().gettext(member.label)):
                return member
        return None


class Severity(Labelled):
    """严重程度, domain.md 5.3."""

    SLIGHT = "slight", N_("Slight")
    FAIRLY = "fairly", N_("Fairly serious")
    SERIOUS = "serious", N_("Serious")
    MAJOR = "major", N_("Major")


class Source(Labelled):
    """问题来源, domain.md 2.4."""

    PATROL = "patrol", N_("Routine patrol")
    CAMPAIGN = "campaign", N_("Campaign")
    PUBLIC_REPORT = "public_report", N_("Report from the public")
    CITY_SUPERVISION = "ducha_city", N_("City supervision")
    CENTRAL_FEEDBACK = "ducha_central", N_("Central inspection feedback")
    CENTRAL_LETTER = "ducha_central_letter", N_("Central inspection letter")
    PROVINCIAL_FEEDBACK = "ducha_provincial", N_("Provincial inspection feedback")
    PROVINCIAL_LETTER = "ducha_provincial_letter", N_("Provincial inspection letter")
    YANGTZE_FILM = "yangtze_film", N_("Yangtze Economic Belt warning film")
    ASSIGNED_FROM_ABOVE = "assigned", N_("Assigned from above")
    OTHER_DEPARTMENT = "department", N_("Handed over by a department")
    MEDIA = "media", N_("Media exposure")
    AUDIT = "audit", N_("Audit feedback")
    PARTY_INSPECTION = "xunshi", N_("Party inspection feedback")
    ONLINE_MONITORING = "monitoring", N_("Online monitoring alarm")
    SELF_REPORT = "self_report", N_("Reported by the enterprise")
    LOOK_BACK = "look_back", N_("Found at a look-back")


class Method(Labelled):
    """发现方式, domain.md 1.1 row 9."""

    GRID_PATROL = "grid_patrol", N_("Grid patrol")
    PUBLIC_REPORT = "public_report", N_("Public report")
    VIDEO = "video", N_("Video surveillance")
    DRONE = "drone", N_("Drone")
    MOBILE_MONITORING = "mobile_monitoring", N_("Mobile monitoring")
    SATELLITE = "satellite", N_("Satellite remote sensing")
    EXCEEDANCE = "exceedance", N_("Online monitoring exceedance")
    POWER = "power", N_("Power monitoring")
    ASSIGNED_FROM_ABOVE = "assigned", N_("Instructed from above")
    OTHER_DEPARTMENT = "department", N_("Department referral")
    SELF_REPORT = "self_report", N_("Enterprise self-report")
    MEDIA = "media", N_("Media report")
    OTHER = "other", N_("Other method")


class OnSiteAction(Labelled):
    """现场处置, domain.md 2.4."""

    STOPPED = "stopped", N_("Stopped on the spot")
    FIXED = "fixed", N_("Fixed on the spot")
    ORDERED = "ordered", N_("Ordered to correct")
    EVIDENCE = "evidence", N_("Evidence secured")
    REPORTED = "reported", N_("Reported for handling")
    POLICE = "police", N_("Handed over to the police")


class PhotoKind(Labelled):
    """照片类别, domain.md 2.5."""

    BEFORE = "before", N_("Before rectification")
    DURING = "during", N_("During rectification")
    AFTER = "after", N_("After rectification")
    ACCEPTANCE = "acceptance", N_("Acceptance photo")
    LOOK_BACK = "look_back", N_("Look-back photo")
    NOTICE_BOARD = "notice_board", N_("Notice board")
    PAPER = "paper", N_("Document")
    MONITORING_REPORT = "monitoring_report", N_("Monitoring report")
    OTHER = "other", N_("Other photo")


class TimeSource(Labelled):
    """Where a time comes from: 时间来源."""

    EXIF = "exif", N_("From the photo")
    STAMP = "stamp", N_("Copied from the photo stamp")
    FILE = "file", N_("File time")
    PERSON = "person", N_("Entered by hand")
    CLOCK = "clock", N_("This computer's clock")


class PositionSource(Labelled):
    """坐标来源, domain.md 2.4."""

    EXIF = "exif", N_("Photo position")
    PHONE = "phone", N_("Phone position")
    MAP = "map", N_("Picked on the map")
    PERSON = "person", N_("Position typed in")
    POINT = "point", N_("Known point")


class CoordinateSystem(Labelled):
    """原始坐标系, domain.md 2.4."""

    WGS84 = "wgs84", N_("WGS-84")
    CGCS2000 = "cgcs2000", N_("CGCS2000")
    GCJ02 = "gcj02", N_("GCJ-02")
    BD09 = "bd09", N_("BD-09")
    UNKNOWN = "unknown", N_("Unknown system")


class PartyKind(Labelled):
    """主体类型, domain.md 2.3."""

    ENTERPRISE = "enterprise", N_("Enterprise")
    SOLE_TRADER = "sole_trader", N_("Sole trader")
    INSTITUTION = "institution", N_("Public institution")
    VILLAGE = "village", N_("Village or community")
    SITE = "site", N_("Construction site")
    WATER = "water", N_("River or lake")
    PERSON = "person", N_("Private person")
    OWNERLESS = "ownerless", N_("Without owner")
    UNKNOWN = "unknown", N_("To be found out")


class QuantityUnit(Labelled):
    """数量单位, domain.md 2.4."""

    TONNE = "t", N_("tonnes")
    CUBIC_METRE = "m3", N_("cubic metres")
    SQUARE_METRE = "m2", N_("square metres")
    MU = "mu", N_("mu")
    PLACE = "place", N_("places")
    HOUSEHOLD = "household", N_("households")
    HEAD = "head", N_("head (birds)")
    METRE = "m", N_("metres")


class ReturnReason(Labelled):
    """The reason buttons of 退回, screens.md 2.6."""

    PHOTO_UNCLEAR = "photo_unclear", N_("Photo is not clear")
    PLACE_WRONG = "place_wrong", N_("Place is not right")
    PARTY_UNCLEAR = "party_unclear", N_("Responsible party is not clear")
    NOT_OURS = "not_ours", N_("Not an environmental matter")
    OTHER = "other", N_("Another reason")


class RectificationKind(Labelled):
    """整改类型, domain.md 2.6: how long a rectification of a type usually has."""

    IMMEDIATE = "immediate", N_("Rectify at once")
    TIME_LIMITED = "time_limited", N_("Rectify within a time limit")
    LONG_TERM = "long_term", N_("Keep up in the long term")


class Schedule(Labelled):
    """序时进度, domain.md 2.6: kept apart from completion."""

    ON_SCHEDULE = "on_schedule", N_("On schedule")
    BEHIND = "behind", N_("Behind schedule")
    AHEAD = "ahead", N_("Ahead of schedule")


class Standard(Labelled):
    """The five standards of an acceptance, domain.md 2.8."""

    MEASURES_DONE = "measures_done", N_("All measures carried out")
    PENALTIES_DONE = "penalties_done", N_("Breaches of law dealt with and punished")
    EFFECT_REACHED = "effect_reached", N_("Effect meets regulations and technical norms")
    SAME_KIND_DONE = "same_kind_done", N_("Problems of the same kind rectified as well")
    LASTING = "lasting", N_("A lasting mechanism set up")


class Conformity(Labelled):
    """The answer to a standard."""

    YES = "yes", N_("Yes (standard)")
    NO = "no", N_("No (standard)")
    NOT_INVOLVED = "not_involved", N_("Not involved (standard)")


class Conclusion(Labelled):
    """Why an acceptance sends a finding back."""

    NOT_PASSED = "not_passed", N_("Not passed")
    MORE_MATERIAL = "more_material", N_("More material needed")

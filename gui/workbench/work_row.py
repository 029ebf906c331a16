"""One row of 今天要办的事 as it is shown: why it stands here, its words, its light and the verb of the next step."""

from dataclasses import dataclass
from enum import Enum

from gui.icons import Glyph
from gui.light_words import LightLook
from gui.theme import Tone
from models.drafts import Draft
from resources.words import N_, _


class Kind(Enum):
    """Why a row stands here: its mark and its word."""

    COMPLETE = Glyph.RETURNED, Tone.RED, N_("Returned (row)")
    LEARN = Glyph.INFO, Tone.AMBER, N_("No effect (row)")
    OVERDUE = Glyph.OVERDUE, Tone.RED, N_("Overdue (row)")
    DUE = Glyph.DUE, Tone.AMBER, N_("Due (row)")
    VERIFY = Glyph.TO_VERIFY, Tone.BRAND, N_("To verify (row)")
    ENLIST = Glyph.VERIFIED, Tone.BRAND, N_("To enlist (row)")
    DISPATCH = Glyph.DISPATCH, Tone.BRAND, N_("To dispatch (row)")
    SIGN = Glyph.SIGN, Tone.BRAND, N_("To sign for (row)")
    RECTIFY = Glyph.RECTIFY, Tone.INDIGO, N_("Rectifying (row)")
    ACCEPT = Glyph.ACCEPT, Tone.TEAL, N_("To accept (row)")
    SUBMIT = Glyph.UPLOAD, Tone.TEAL, N_("To apply for closure (row)")
    REVIEW = Glyph.REVIEW, Tone.TEAL, N_("To review (row)")
    CLOSE = Glyph.NOTICE, Tone.TEAL, N_("Notice over (row)")
    DRAFT = Glyph.DRAFT, Tone.SUB, N_("Draft (row)")


@dataclass(frozen=True, slots=True)
class WorkRow:
    """`key` is the finding's id (a draft's, where there is none); `entry` the step of mine that took no effect."""

    kind: Kind
    key: str
    title: str
    number: str
    words: str
    verb: str
    when: str = ""
    light: LightLook | None = None
    """At the right: a light, or since when."""
    action: str = ""
    draft: Draft | None = None
    """What is being written about it."""
    entry: str = ""

    @property
    def word(self) -> str:
        """退回补正, 待核实, 草稿."""
        return _(self.kind.value[2])

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        light = self.light.name if self.light else self.when
        return " ".join(part for part in (self.word, self.title, self.number, self.words, light) if part)

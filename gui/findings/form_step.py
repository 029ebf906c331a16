"""The three steps of the form in a narrow window: 照片 → 问题 → 核对 (screens.md 1)."""

from enum import Enum

from gui.findings.form_values import FormField
from resources.words import N_, _


class FormStep(Enum):
    """What is taken in, what must be typed, and what mostly came by itself and is looked over; the value is its word."""

    PHOTOS = N_("Photos (step)")
    MATTER = N_("Problem (step)")
    CHECK = N_("Look over (step)")

    @classmethod
    def of(cls, field: FormField) -> "FormStep":
        """Where this field is filled in."""
        if field is FormField.PHOTOS:
            return cls.PHOTOS
        return cls.MATTER if field in _TYPED else cls.CHECK

    @property
    def word(self) -> str:
        """照片, 问题, 核对."""
        return _(self.value)

    @property
    def number(self) -> int:
        """From 1."""
        return list(FormStep).index(self) + 1

    def neighbour(self, way: int) -> "FormStep":
        """So many steps further; the first and the last have none beyond."""
        steps = list(FormStep)
        return steps[min(max(self.number - 1 + way, 0), len(steps) - 1)]


_TYPED = frozenset({FormField.CATEGORY, FormField.PLACE, FormField.DESCRIPTION, FormField.SEVERITY, FormField.ON_SITE})

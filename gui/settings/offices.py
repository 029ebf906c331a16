"""The networks that count as the office: the one the laptop is in now is remembered, any of them forgotten."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import link_button, plain_button
from gui.icons import Glyph
from gui.texts import plain, small, source, wrapped
from gui.theme import SPACE, SPACE_S
from models.preferences import Network
from resources.words import _


class Offices(QWidget):
    """Emits the networks as they are to be from now on."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        """None."""
        super().__init__()
        self._offices: tuple[Network, ...] = ()
        self._here = Network("", "")
        self._none = wrapped(small(tone="amber"))
        self._none.setText(
            _("No office is remembered yet: until then photos travel at any time. Press the button when you are there.")
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_S)
        self._add = plain_button("rememberNetworkButton", "", glyph=Glyph.ADD, clicked=self._remember)
        self._where = wrapped(small())
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addLayout(row)
        column.addWidget(self._where)

    def show_offices(self, offices: tuple[Network, ...], here: Network) -> None:
        """Show these; `here` is the network in use, without a mark where there is none."""
        self._offices, self._here = offices, here
        self._none.setVisible(not offices)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for office in offices:
            self._rows.addWidget(self._row(office))
        known = any(office.mark == here.mark for office in offices)
        self._add.setText(_("Remember the network in use as the office's"))
        self._add.setVisible(bool(here.mark) and not known)
        self._where.setText("" if here.mark else _("This computer is in no network just now."))
        self._where.setVisible(not here.mark)

    def _row(self, office: Network) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(plain(_("Office network {name}").format(name=office.name)))
        if office.mark == self._here.mark:
            row.addWidget(source(_("in use now")))
        forget = link_button("forgetNetworkButton", _("Forget"), clicked=lambda: self._forget(office))
        forget.setAccessibleName(_("Forget {name}").format(name=office.name))
        row.addWidget(forget)
        row.addStretch(1)
        return holder

    def _remember(self) -> None:
        self.changed.emit((*self._offices, self._here))

    def _forget(self, office: Network) -> None:
        self.changed.emit(tuple(other for other in self._offices if other != office))

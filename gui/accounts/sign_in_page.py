"""The face of the window while nobody is at work: one card in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from gui.accounts.address_card import AddressCard
from gui.accounts.card_frame import CardFrame
from gui.accounts.connect_card import ConnectCard
from gui.accounts.local_card import LocalCard
from gui.accounts.new_password_card import NewPasswordCard
from gui.accounts.sign_in_card import SignInCard
from gui.help.offering import Help


class SignInPage(QWidget):
    """Holds the cards and shows one of them."""

    def __init__(self) -> None:
        """The sign-in card is in front."""
        super().__init__()
        self.setObjectName("signInPage")
        self.sign_in = SignInCard()
        self.address = AddressCard()
        self.connecting = ConnectCard()
        self.new_password = NewPasswordCard()
        self.local = LocalCard()
        self._all = (self.sign_in, self.address, self.connecting, self.new_password, self.local)
        self._cards = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._cards)
        # a stack that belongs to nobody yet shows its first card as a window
        for card in self._all:
            self._cards.addWidget(_centred(card))
        self.help = Help(self, lambda: "sign_in")

    @property
    def card(self) -> CardFrame:
        """The card in front."""
        return self._all[self._cards.currentIndex()]

    def show_card(self, card: CardFrame) -> None:
        """Bring one of the cards to the front."""
        self._cards.setCurrentIndex([each is card for each in self._all].index(True))


def _centred(card: CardFrame) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area

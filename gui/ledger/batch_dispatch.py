"""批量交办 from the ledger: look at what is marked, ask once, dispatch one by one, and tell of each that was not."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from gui.background import Failure, Lane
from gui.journal_bridge import JournalBridge
from gui.labels import number, short_number
from gui.ledger.batch_dialog import BatchDialog
from gui.ledger.batch_orders import MOST, Batch, Done, NotDone, Order, dispatch_all, read_batch
from gui.ledger.ledger_card import LedgerCard
from gui.page import News
from gui.rectification.shade import Shade
from models.clock import day_of
from resources.sentences import sentence
from resources.words import _, ngettext

_MOST_TOLD = 3


class BatchDispatch(QObject):
    """One dialog at a time. What was not dispatched stays marked."""

    news = Signal(object)
    """A News for the toast."""

    def __init__(self, bridge: JournalBridge, card: LedgerCard) -> None:
        """Listens to the bar of what is marked."""
        super().__init__(card)
        self._bridge, self._card = bridge, card
        self._underway = False
        card.marks.dispatch_wanted.connect(self._on_wanted)

    @Slot()
    def _on_wanted(self) -> None:
        model = self._card.list.model
        marked = model.marks.whose(model.held.keys)
        if len(marked) > MOST:
            words = _("At most {most} at once; {n} are marked. Nothing was dispatched.")
            self._card.tell(words.format(most=MOST, n=number(len(marked))))
        elif marked and not self._underway:
            self._underway = True
            self._bridge.ask(lambda store: read_batch(store, marked), done=self._on_batch, failed=self._on_not_read)

    def _on_batch(self, batch: Batch) -> None:
        self._card.tell("")
        if not batch.findings:
            self._underway = False
            self._card.tell(_("None of those that are marked can be dispatched together now."))
            return
        dialog = BatchDialog(batch, day_of(self._bridge.clock.now()), self._card)
        dialog.decided.connect(partial(self._on_decided, dialog, batch))
        shade = Shade(self._card.window())
        dialog.finished.connect(shade.deleteLater)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_decided(self, dialog: BatchDialog, batch: Batch, order: Order) -> None:
        self._bridge.work(
            Lane.WRITING,
            lambda store: dispatch_all(store, batch, order),
            done=partial(self._on_done, dialog, batch),
            failed=partial(self._on_failed, dialog),
        )

    def _on_done(self, dialog: BatchDialog, batch: Batch, done: Done) -> None:
        if isValid(dialog):  # else it was closed meanwhile; what came of it is told all the same
            if not done.dispatched:
                dialog.show_refusals([refusal for each in done.refused for refusal in each.refusals])
                return
            dialog.accept()
        self._card.list.model.marks.put([batch.keys[finding] for finding in done.dispatched], on=False)
        words = ngettext("{n} dispatched", "{n} dispatched", len(done.dispatched)).format(n=len(done.dispatched))
        if done.refused:
            self._card.tell(" ".join([words, *self._refused(done.refused)]))
        else:
            self.news.emit(News(words))

    def _refused(self, refused: tuple[NotDone, ...]) -> list[str]:
        count = len(refused)
        told = [
            f"{short_number(each.number)}：{sentence(each.refusals[0].code, each.refusals[0].values)}"
            for each in refused[:_MOST_TOLD]
        ]
        words = ngettext("{n} was not and stays marked.", "{n} were not and stay marked.", count).format(n=count)
        more = [_("and {n} more").format(n=count - _MOST_TOLD)] if count > _MOST_TOLD else []
        return [words, *told, *more]

    def _on_failed(self, dialog: BatchDialog, failure: Failure) -> None:
        if isValid(dialog):
            dialog.show_refusals(failure.refusals)
        else:
            self._card.tell(failure.words)

    def _on_not_read(self, failure: Failure) -> None:
        self._underway = False
        self._card.tell(failure.words)

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._underway = False

"""What a widget paints: each piece of text with the box that its ink fills and the clip it was painted through."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QWidget

_ICONS_FROM = 0xE000
"""Where fonts keep their icons: those are no words."""


@dataclass(frozen=True, slots=True)
class Ink:
    """One run of letters; `clip` is what of the widget could be painted at that moment."""

    text: str
    box: QRectF
    clip: QRectF

    @property
    def is_cut(self) -> bool:
        """Whether some of it lies outside."""
        return not self.clip.adjusted(-1, -1, 1, 1).contains(self.box)


def painted_by(widget: QWidget) -> list[Ink]:
    """All text that this widget alone paints, without its children and whatever lies over it."""
    sheet = _Sheet(widget.size())
    widget.render(sheet, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    return sheet.engine.found


class _Listener(QPaintEngine):
    def __init__(self, size: QSize) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Ink] = []
        self._whole = QRectF(QPointF(0, 0), size.toSizeF())

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Nothing is kept: the painter is asked when text comes."""

    def drawPixmap(self, *_what: Any) -> None:
        """No text. Left to themselves some of these call each other without end, so all of them are here."""

    def drawTiledPixmap(self, *_what: Any) -> None:
        """No text."""

    def drawImage(self, *_what: Any, **_how: Any) -> None:
        """No text."""

    def drawPath(self, *_what: Any) -> None:
        """No text."""

    def drawPolygon(self, *_what: Any) -> None:
        """No text."""

    def drawRects(self, *_what: Any) -> None:
        """No text."""

    def drawLines(self, *_what: Any) -> None:
        """No text."""

    def drawEllipse(self, *_what: Any) -> None:
        """No text."""

    def drawPoints(self, *_what: Any) -> None:
        """No text."""

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        text = item.text()
        if not text.strip() or ord(text[0]) >= _ICONS_FROM:
            return
        painter = self.painter()
        ink = QFontMetricsF(item.font()).tightBoundingRect(text).translated(at)
        clip = self._whole
        if painter.hasClipping():
            clip = clip.intersected(painter.clipBoundingRect())
        self.found.append(Ink(text, ink, clip))


class _Sheet(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Listener(size)
        kind = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            kind.PdmWidth: size.width(),
            kind.PdmHeight: size.height(),
            kind.PdmWidthMM: size.width() // 4,
            kind.PdmHeightMM: size.height() // 4,
            kind.PdmDpiX: 96,
            kind.PdmDpiY: 96,
            kind.PdmPhysicalDpiX: 96,
            kind.PdmPhysicalDpiY: 96,
            kind.PdmDepth: 32,
            kind.PdmNumColors: 2**31 - 1,
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: 0x10000,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, wanted: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(wanted, 0)

"""All that is known of a photo, line by line: what its camera wrote, where its time comes from, and its fingerprint."""

from gui import labels
from models.clock import CHINA
from models.facts import Photo
from resources.words import _


def record_lines(photo: Photo, who: str = "") -> tuple[str, ...]:
    """Title and value in a line each."""
    time = photo.taken_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S") if photo.taken_at else ""
    source = labels.word(photo.time_source) if photo.time_source else ""
    where = labels.position(photo.position) if photo.position else ""
    shape = f"{photo.width} × {photo.height}" if photo.width else ""
    known = (
        (_("Kind"), labels.word(photo.kind)),
        (_("Taken at"), time or _("no time in the photo")),
        (_("Source of the time"), source),
        (_("Position"), where or _("no position in the photo")),
        (_("Added by"), who),
        (_("File"), photo.name),
        (_("Size"), "  ".join(part for part in (labels.size(photo.size), shape) if part)),
        (_("Fingerprint"), photo.sha256),
    )
    return tuple(_("{title}: {value}").format(title=title, value=value) for title, value in known if value)

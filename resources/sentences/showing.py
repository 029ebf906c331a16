"""What the demo and the tour may refuse or find."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "not_a_demo_folder": N_("{folder} holds something else. Nothing was changed; name an empty folder for the demo."),
}

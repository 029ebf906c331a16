"""What the demo and the tour may refuse or find."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "not_a_demo_folder": N_("{folder} holds something else. Nothing was changed; name an empty folder for the demo."),
    "tour_step_failed": N_(
        "The tour stopped: this did not come out as it must: {what}. The last picture shows the window."
    ),
    "tour_not_prepared": N_("{login} could not exchange with the tour's bureau before it began."),
}

"""How often Python looks for cycles: rarely here, since entries pass through by the thousand and hold none."""

import gc


def collect_less_often() -> None:
    """For the whole process, once at its start: at the usual pace looking took a sixth of an exchange."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)

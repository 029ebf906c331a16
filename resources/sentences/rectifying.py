"""Refusals and gates from 入库 to 销号: what is missing, where, and what to do."""

from typing import Final

from resources.words import N_

SENTENCES: Final[dict[str, str]] = {
    "overtaken": N_("Somebody took a step meanwhile that you had not seen; yours took no effect. Look at it again."),
    "own_application": N_("You applied for the acceptance yourself; another colleague has to take this step."),
    "own_acceptance": N_("You passed or submitted it yourself; another colleague has to review it."),
    "only_slight": N_(
        "Only findings of severity “slight” are dispatched by the township; the bureau dispatches this one."
    ),
    "only_village": N_("The responsible unit does this itself; the township does it only for villages."),
    "measures_open": N_("Measure {number} is neither done nor explained: {content}"),
    "completion_untold": N_("What was done is not written yet."),
    "after_photo_missing": N_(
        "Place {number} has no photo after rectification. Add one taken at the same spot. {place}"
    ),
    "monitoring_report_missing": N_(
        "The goal names a limit ({goal}), but there is no monitoring report. Add a photo of it."
    ),
    "photo_reused": N_(
        "The photo {name} stands in finding {finding} as well. One photo cannot prove two findings: add another one of the same place."
    ),
    "completed_on_outside": N_("It cannot be completed on {day}: it was signed for on {since}. Look at the day again."),
    "accept_unit_same": N_("Who rectifies cannot accept: {unit}. Choose another accepting unit."),
    "checked_on_outside": N_(
        "It cannot have been checked on {day}: it was completed on {since}. Look at the day again."
    ),
    "notice_running": N_("The public notice runs until {last}; {days} more days before it can be closed."),
    "no_such_measure": N_("There is no measure {number}."),
    "unit_missing": N_("The responsible unit is missing. Choose one from the register."),
    "person_missing": N_("The responsible person is missing."),
    "kind_missing": N_("Choose whether it is rectified at once or within a time limit."),
    "deadline_before": N_("The deadline lies before the day of dispatch, {day}."),
    "goal_missing": N_("The rectification goal is missing. Acceptance is measured by it."),
    "measures_missing": N_("A measure has no words, or there is none at all. At least one is needed."),
    "measure_due_outside": N_("The day of the measure “{content}” must lie between dispatch and {deadline}."),
    "accept_unit_missing": N_("The accepting unit is missing. Choose one that is not the responsible unit."),
    "too_many": N_("{count} are too many, at most {most}."),
    "day_in_future": N_("{day} is still to come (today is {today}). Look at the day again."),
    "measure_unexplained": N_("Say on which day the measure was done, or write why it is not needed any more."),
    "period_wrong": N_("The month {period} cannot be reported on. Choose this month or an earlier one."),
    "progress_missing": N_("The progress is missing, at least {least} characters."),
    "percent_wrong": N_("Percent lie between 0 and 100."),
    "photos_missing": N_("There is no photo yet. Add at least one."),
    "places_wrong": N_("A photo can stand at one place only. Look at the places again."),
    "verifiers_missing": N_("At least {least} different verifiers are needed, by name."),
    "acceptance_photo_missing": N_("There is no photo of the visit. Add at least one that a verifier took."),
    "standards_missing": N_("Each of the five standards needs an answer."),
    "opinion_missing": N_("The opinion is missing."),
    "reason_missing": N_("Write a sentence with the reason, so that the other side knows what to do."),
    "completion_missing": N_("What was done is missing, at least {least} characters for the printed form."),
    "notice_missing": N_("The text of the notice is missing."),
    "notice_backdated": N_(
        "The public notice cannot begin on {day}, before it is approved. Choose today ({today}) or a later day."
    ),
    "notice_too_short": N_("A public notice runs at least {least} days, the first and the last counted."),
    "where_missing": N_("Where it is published is missing, e.g. the website or the notice board."),
    "photo_kind_wrong": N_("A photo of this kind does not belong here. Look at the kinds of the photos again."),
}

"""Has a second reader read what was handed in: what would be sent, and then the sending of it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from course.content import load_case
from course.marking.second_prompt import Asked, load_prompt, messages
from course.marking.second_reader import (
    PASSING,
    Reading,
    SecondReader,
    Unanswered,
    Void,
    understood,
)
from course.one_line import one_line
from course.trainer import GradingError, Progress, folders, second_kept, silent
from course.trainer.build import rubric_of
from course.trainer.nameless import nameless
from course.trainer.reader_endpoint import KEY, Endpoint
from course.trainer.second_kept import Used
from course.trainer.second_view import to_ask
from course.trainer.submitted_sheet import read_if_sheet

GIVE_UP = 3  # questions in a row without a reply, after which nobody seems to be there
_NAMED = 8  # of the models an endpoint serves


@dataclass(frozen=True)
class Met:
    """A reader that replied to the course's own sample: who, in how long, and how well."""

    used: Used
    seconds: float
    sample: Reading


@dataclass(frozen=True)
class Enquiry:
    """One question about one answer, as it would be sent."""

    asked: Asked
    text: str

    @property
    def words(self) -> int:
        return sum(len(one["content"].split()) for one in messages(self.asked, self.text))


@dataclass(frozen=True)
class Plan:
    """What is left to ask about a case: so many `answers`; `kept` was replied to before."""

    enquiries: tuple[Enquiry, ...]
    answers: int
    words: int
    kept: int


@dataclass(frozen=True)
class Round:
    """What came of it: how many replies can be used, how many not, how many were never asked."""

    read: int
    void: int
    left: int


def meet(endpoint: Endpoint, model: str = "") -> Met:
    """Ask the course's own sample; GradingError says what is wrong where no reply comes."""
    try:
        model = model or _only_model(endpoint.models())
        sample = load_prompt().sample
        begun = time.monotonic()
        reply = endpoint.ask(model, sample.asked, sample.answer)
    except Unanswered as none:
        raise GradingError(_about(none.reason, endpoint)) from None
    used = Used(model, one_line(reply.model, 200), endpoint.address.host)
    found = understood(reply.content, sample.asked, sample.answer)
    return Met(used, time.monotonic() - begun, found)


def plan(case: str, used: Used) -> Plan:
    """What is left to ask; the same words of two answers are asked about once."""
    new: dict[Enquiry, None] = {}
    kept, texts = 0, set()
    for enquiry in dict.fromkeys(_enquiries(case)):
        found = second_kept.find(used, enquiry.asked, enquiry.text)
        if found and found.void not in PASSING:
            kept += 1
        else:
            new[enquiry] = None
            texts.add((enquiry.asked.question, enquiry.text))
    return Plan(tuple(new), len(texts), sum(one.words for one in new), kept)


def ask_all(plan: Plan, reader: SecondReader, used: Used, progress: Progress = silent) -> Round:
    """Ask what is left, and keep each reply as it comes; gives up where nobody replies."""
    read = void = silence = 0
    for done, enquiry in enumerate(plan.enquiries, 1):
        found = _ask(enquiry, reader, used)
        read, void = read + (not found.void), void + bool(found.void)
        silence = silence + 1 if found.void in PASSING else 0
        progress(done, len(plan.enquiries), one_line(enquiry.asked.title, 40))
        if silence == GIVE_UP:
            break
    return Round(read, void, len(plan.enquiries) - read - void)


def _ask(enquiry: Enquiry, reader: SecondReader, used: Used) -> Reading:
    asked, text = enquiry.asked, enquiry.text
    try:
        reply = reader.ask(used.model, asked, text)
    except Unanswered as none:
        second_kept.keep(used, asked, text, void=none.reason)
        return Reading(void=none.reason)
    found = understood(reply.content, asked, text)
    if one_line(reply.model, 200) != used.answered_as:
        found = Reading(void="other-model")
    # What cannot be used is not kept either: it may be long, and nobody knows what it holds.
    second_kept.keep(used, asked, text, "" if found.void else reply.content, found.void)
    return found


def _enquiries(case: str) -> Iterator[Enquiry]:
    story, rubric = load_case(case), rubric_of(case)
    for student in folders.students(case):
        sheet = read_if_sheet(case, student)
        if sheet is None:
            continue  # marking says why
        for question in story.questions:
            answer = sheet.answer(question.key)
            text = nameless(answer.text, sheet.learner.name)
            for _, asked in to_ask(question, rubric.question(question.key), answer):
                yield Enquiry(asked, text)


def _only_model(models: list[str]) -> str:
    if len(models) == 1:
        return models[0]
    if not models:
        raise GradingError("The second reader serves no model; load one, or give --reader-model.")
    named = ", ".join(one_line(name) for name in models[:_NAMED])
    more = " …" if len(models) > _NAMED else ""
    raise GradingError(f"The second reader serves several models; choose one: {named}{more}")


def _about(reason: Void, endpoint: Endpoint) -> str:
    """Why nothing was begun; no answer has left this machine yet."""
    host = endpoint.address.host
    told: dict[Void, str] = {
        "no-answer": f"{host} does not answer; start the model's server, or correct the address",
        "too-slow": f"{host} takes too long to answer; choose a smaller model",
        "sent-elsewhere": f"{host} sends us to another address, which is not followed; "
        "give that address if you trust it",
        "not-let-in": f"{host} does not let us in; set {KEY} to its key",
        "no-json": f"{host} answers, but not as OpenAI's chat/completions does; "
        "correct the address, which mostly ends in /v1",
        "refused": f"{host} refuses the question; check the address and --reader-model",
        "too-long": f"{host} answers without end",
    }
    return f"{told[reason]}. No answer was sent."

"""What is taken from a text only trainers have earns nothing, and the trainer is told which."""

import random
import re
import tomllib
from pathlib import Path

import pytest
from desk import CASE, lay_in, released, rubric, sheet, written
from marking.test_robustness import swapped

from course.content import load_case
from course.judging.answer import Answer
from course.judging.known import KnownText, KnownTexts
from course.learner import answers
from course.marking.calibration import calibrate
from course.marking.cohort import mark_many
from course.marking.engine import mark
from course.marking.rubric_trial import try_out
from course.reading.layout import sentences
from course.trainer import folders, gradebook, marking
from course.trainer import sheet as marked_sheet
from course.trainer.agreement import compare
from course.trainer.feedback_page import page
from course.trainer.gold import read_by_all, read_gold
from course.trainer.known import known_texts

CASE_RECORD, RUBRIC = load_case(CASE), rubric()
WRITTEN = [question for question in RUBRIC.questions if question.kind != "figure"]
DECISION = RUBRIC.question("the-decision")
GOLD = folders.examples(CASE)
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "answers").rglob("*.toml"))
OWN = (
    "My driver told me last week that the masons hide cracked blocks behind the scaffold. "
    "Tonight I ring each of the nine managers and apologise to them for the letter."
)


def good(question):
    return next(e for e in question.exemplars if e.quality == "good")


def marked(question, text):
    """The mark of a text handed in as the answer to one question."""
    made = marked_sheet.mark_sheet(CASE_RECORD, RUBRIC, sheet("A", {question.key: Answer(text)}))
    return made.marks[question.key]


def taken(question, text):
    made = marked(question, text)
    assert ("known-text" in made.flags) == bool(made.taken_from)
    assert not made.taken_from or made.route == "trainer"
    return made


def cut(text):
    return [text[a:b] + "." for a, b in sentences(text)]


@pytest.mark.parametrize("question", WRITTEN, ids=lambda question: question.key)
def test_a_good_exemplar_handed_in_earns_nothing_and_is_named(question):
    exemplar = good(question)
    made = taken(question, exemplar.text)
    assert made.taken_from[0] == f"exemplar:{question.key}/{exemplar.key}"
    assert made.points == 0 < mark(question, exemplar.text).points


@pytest.mark.parametrize("other", WRITTEN, ids=lambda question: question.key)
def test_an_exemplar_of_another_question_is_known_too(other):
    everything = " ".join(good(question).text for question in WRITTEN)
    for text in (good(other).text, everything):
        assert taken(DECISION, text).points == 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("question", WRITTEN, ids=lambda question: question.key)
def test_the_model_answer_handed_in_earns_nothing(question, language):
    made = taken(question, question.model_answer[language])
    assert made.taken_from[0] == f"model:{question.key}"
    assert made.points == 0


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_gold_answer_handed_in_is_named(path):
    question = RUBRIC.question(path.stem)
    for answer in tomllib.loads(path.read_text(encoding="utf-8"))["answer"][::9]:
        if len(answer["text"].split()) > 25 and "hostile" not in answer["style"]:
            made = taken(question, answer["text"])
            assert made.taken_from[0] == f"gold:{path.stem}/{answer['key']}"
            assert made.points == 0


CHANGES = {
    "sentences in another order": lambda text: " ".join(sorted(cut(text), key=len)),
    "other numbers": lambda text: re.sub(r"\d+", lambda found: str(int(found[0]) + 3), text),
    "a wrong letter in every fourth word": swapped,
    "every sixth word another": lambda text: _every(text, 6, lambda _: "thing"),
    "a word put in after every fifth": lambda text: _every(text, 5, lambda w: f"{w} surely"),
    "every fifth word left out": lambda text: _every(text, 5, lambda _: ""),
    "full stops where there were none": lambda text: _every(text, 7, lambda w: f"{w}."),
    "no full stops": lambda text: text.replace(".", ","),
    "line by line": lambda text: text.replace(" ", "\n", 12),
    "unseen signs": lambda text: text.replace("e", "e\u200b"),
}


def _every(text, step, change):
    words = enumerate(text.split())
    return " ".join(change(word) if at % step == step - 1 else word for at, word in words)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("question", WRITTEN, ids=lambda question: question.key)
def test_small_changes_hide_nothing(question, change):
    made = taken(question, CHANGES[change](good(question).text))
    assert made.taken_from
    assert made.points <= 0.3 * mark(question, good(question).text).points


@pytest.mark.parametrize("question", WRITTEN, ids=lambda question: question.key)
def test_an_answer_stitched_from_two_is_known_by_both(question):
    one, other = cut(good(question).text), cut(question.model_answer["en"])
    made = taken(question, " ".join(one[::2] + other[1::2]))
    assert {f"exemplar:{question.key}/{good(question).key}", f"model:{question.key}"} <= set(
        made.taken_from
    )
    assert made.points == 0


def test_own_sentences_beside_an_exemplar_keep_what_they_earn():
    own = f"{OWN} I stop the NCR bonus today."
    made = taken(DECISION, f"{own} {good(DECISION).text}")
    assert made.taken_from
    assert made.points == mark(DECISION, own).points > 0  # by patterns: what it means is not heard
    assert all(end <= len(own) for each in made.criteria for _, end in each.spans)


def test_one_long_sentence_of_an_exemplar_earns_nothing_in_an_answer_of_ones_own():
    own = written("bad", "1.1 %")["the-decision"].text
    sentence = max(cut(good(DECISION).text), key=len)
    made = taken(DECISION, f"{own} {sentence}")
    assert made.taken_from
    assert made.points == mark(DECISION, own).points


# ---------------------------------------------------------------- near misses


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.stem}-{path.stem}")
def test_no_honest_answer_is_taken_from_anything(path):
    question = RUBRIC.question(path.stem)
    for answer in tomllib.loads(path.read_text(encoding="utf-8"))["answer"]:
        assert taken(question, answer["text"]).taken_from == (), answer["key"]


def test_no_gold_answer_is_taken_from_another_one_or_from_the_rubric():
    every = [(p.stem, a) for p in GOLD for a in tomllib.loads(p.read_text("utf-8"))["answer"]]
    texts = [KnownText(f"gold:{question}/{a['key']}", a["text"]) for question, a in every]
    rubrics = [KnownText("exemplar:", e.text) for q in WRITTEN for e in q.exemplars]
    rubrics += [KnownText("model:", q.model_answer[x]) for q in WRITTEN for x in ("en", "ar")]
    likened = []
    for half in (0, 1):
        known = KnownTexts(texts[half::2] + rubrics, CASE_RECORD.texts)
        for question, answer in every[1 - half :: 2]:
            made = mark(RUBRIC.question(question), answer["text"], known=known)
            likened += [answer["key"]] if made.taken_from else []
    # Two directors may put the same figures of the case in the same order.
    assert len(likened) <= 0.005 * len(every), likened


@pytest.mark.parametrize("question", WRITTEN, ids=lambda question: question.key)
def test_the_words_of_the_question_are_everybodys(question):
    asked = next(q for q in CASE_RECORD.questions if q.key == question.key).asks.en
    assert taken(question, f"{asked} {OWN}").taken_from == ()


@pytest.mark.parametrize(
    "text",
    [
        "I stop the bonus today.",
        "The finance director writes one definition of rework by 30 November.",
        "I signed that letter, it was my mistake.",
        "أوقف مكافأة تقارير عدم المطابقة اليوم.",
    ],
)
def test_a_short_answer_is_alike_by_its_shortness(text):
    for question in WRITTEN:
        assert taken(question, text).taken_from == ()


def test_a_figure_is_nobodys():
    given = {"rework-share": Answer(figure="2.6 % of contract value: AED 16.6 million of rework")}
    made = marked_sheet.mark_sheet(CASE_RECORD, RUBRIC, sheet("A", given))
    assert made.marks["rework-share"].taken_from == ()


def test_exemplars_are_tried_and_gold_answers_compared_as_anybodys():
    for question in WRITTEN:
        assert all("known-text" not in one.mark.flags for one in try_out(question).tried)
        assert try_out(question).surprises == ()
    for path in folders.examples(CASE)[:1]:
        gold = read_by_all(read_gold(path))
        points = [
            mark(gold.rubric, gold.answer(a), given=gold.given).points for a in gold.gold.answers
        ]
        assert compare(gold).count == len(points)
        assert sum(points) > 0


def test_a_marker_that_learned_raises_no_copied_answer():
    known = KnownTexts([KnownText("exemplar:x", good(DECISION).text)])
    pairs = [(Answer(text=f"We stop the bonus on {day} May, {OWN}"), 10.0) for day in range(1, 9)]
    marker = calibrate(DECISION, pairs, lock="learned")
    made = marker.mark(good(DECISION).text, known=known)
    assert "known-text" in made.flags
    assert made.points <= mark(DECISION, good(DECISION).text, known=known).points
    assert mark_many(DECISION, [good(DECISION).text], known=known)[0].taken_from == ("exemplar:x",)


# ---------------------------------------------------------------- a class


@pytest.fixture
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in(student, text):
    given = written("partial", "2.6") | {"the-decision": Answer(text=text)}
    lay_in(student, answers.encode(sheet(student, given)))


def gold_answer(text):
    """A gold file of one answer on this desk."""
    path = folders.root() / CASE / "examples" / "the-decision.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'case = "{CASE}"\nquestion = "the-decision"\norigin = "made"\n'
    reading = '[[reading]]\nkey = "one"\nby = "hand"\n[[answer]]\nkey = "mine"\n'
    path.write_text(f'{head}{reading}points.one = 3\ntext = """{text}"""\n', encoding="utf-8")
    return path


@pytest.mark.usefixtures("desk")
def test_the_trainer_reads_which_text_it_is_and_the_learner_nothing_of_it():
    exemplar = good(DECISION)
    hand_in("lina", CHANGES["other numbers"](exemplar.text))
    marking.mark_case(CASE)
    seen = (folders.autograded("lina", CASE) / f"{CASE}.ipynb").read_text(encoding="utf-8")
    assert f"the rubric's exemplar “the-decision/{exemplar.key}”" in re.sub("&#x27;", "'", seen)
    with gradebook.opened() as book:
        html = page(CASE, "lina", gradebook.scores(book, CASE)["lina"])
    for word in (exemplar.key, "exemplar", "It follows", "only trainers", "gold"):
        assert word not in html
    kept = [sentence for sentence in cut(exemplar.text) if re.search(r"\d", sentence)]
    assert kept
    assert not [sentence for sentence in kept if sentence in html]


@pytest.mark.usefixtures("desk")
def test_gold_answers_are_read_again_when_they_change_and_only_if_they_can_be():
    made = random.Random(1)
    text = " ".join(made.sample(OWN.split() * 3, 60))
    assert "known-text" not in marked(DECISION, text).flags
    path = gold_answer(text)
    assert marked(DECISION, text).taken_from == ("gold:the-decision/mine",)
    path.write_text("not TOML", encoding="utf-8")
    assert "known-text" not in marked(DECISION, text).flags


@pytest.mark.usefixtures("desk")
def test_the_texts_are_made_ready_once_for_a_class():
    assert known_texts(CASE_RECORD, RUBRIC) is known_texts(CASE_RECORD, RUBRIC)
    before = known_texts(CASE_RECORD, RUBRIC)
    gold_answer(OWN)
    assert known_texts(CASE_RECORD, RUBRIC) is not before

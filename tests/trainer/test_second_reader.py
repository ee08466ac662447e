"""A language model is asked only after a yes, is told no name, and can spoil nothing."""

import json
from html import unescape

import pytest
from desk import CASE, grade_rows, lay_in, released, rubric, sheet, written
from reader_server import MODEL, chat, of_first_words, said, serving

from course.cli import command as cli
from course.cli import reader as cli_reader
from course.judging.answer import Answer
from course.learner import answers
from course.marking.second_prompt import load_prompt
from course.trainer import folders, reader_endpoint, second_kept, second_round
from course.trainer.marking import mark_case
from course.trainer.nameless import BLANK, nameless
from course.trainer.sheet import read_sidecar

SAMPLE = load_prompt().sample
KEY = "sk-never-shown"


# Names.


@pytest.mark.parametrize(
    ("text", "name", "sent"),
    [
        ("I, Lina Haddad, stop it. LINA", "Lina Haddad", "I, ████ ██████, stop it. LINA"),
        ("Linas and Al stay.", "Lina Al", "Linas and Al stay."),
        ("أنا لينا حداد أوقفها", "لينا حداد", "أنا ████ ████ أوقفها"),
        ("a.b* c", "a.b* (.*", "a.b* c"),
        ("x\ud83dy", "", "x?y"),
        ("", "Lina", ""),
    ],
)
def test_the_authors_name_is_blanked_letter_for_letter(text, name, sent):
    assert nameless(text, name) == sent
    assert len(nameless(text, name)) == len(text)


# A class.


@pytest.fixture
def _desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    hand_in("lina", "Lina Haddad", written("good", "2.6 %"))
    hand_in("omar", "Omar Saleh", written("partial", "2.6 %"))


def hand_in(student, name, given):
    path = folders.submitted(student, CASE) / answers.FILE
    data = answers.encode(sheet(name, given, company="Gulf Fridges"))
    path.write_bytes(data) if path.exists() else lay_in(student, data)


def run(*more):
    cli.main(["mark", CASE, *more])


def kept(student):
    return read_sidecar(folders.autograded(student, CASE))


def shown(student):
    path = folders.autograded(student, CASE) / f"{CASE}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return "".join("".join(output["data"].get("text/html", "")) for output in outputs)


CRITERIA = sum(len(question.criteria) for question in rubric().questions)
WRITTEN = sum(bool(question.criteria) for question in rubric().questions)


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_without_a_yes_nothing_is_sent_and_nothing_marked(monkeypatch, capsys):
    with serving(of_first_words(1)) as server:
        with pytest.raises(SystemExit):
            run("--reader", server.url)
        assert "no terminal to ask on; nothing was sent" in capsys.readouterr().err
        assert server.seen == []
        monkeypatch.setattr(cli_reader.sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr(cli_reader.click, "confirm", lambda *_, **__: False)
        with pytest.raises(SystemExit):
            run("--reader", server.url)
        told = capsys.readouterr()
        assert [one.answer for one in server.seen] == [SAMPLE.answer]
    assert "no answer was sent" in told.err
    words = " ".join(told.out.split())
    for part in (
        f"'{MODEL}' at 127.0.0.1 (this machine)",
        f"Answers: {2 * WRITTEN}; requests: {2 * CRITERIA}; words sent: ",
        "Not sent: names, companies, folders, marks.",
        "A sample of our own took 0.",
    ):
        assert part in words
    assert second_kept.in_use(CASE) is None
    assert not folders.autograded("lina", CASE).exists()


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_a_yes_sends_answers_without_names_once_and_moves_no_point(capsys):
    given = written("good", "2.6 %")
    key = next(q.key for q in rubric().questions if q.criteria)
    signed = Answer(f"{given[key].text} Lina Haddad, Gulf", given[key].choice)
    hand_in("lina", "Lina Haddad", given | {key: signed})
    run()
    before, plain = grade_rows(), kept("lina")
    with serving(of_first_words(0)) as server:
        run("--reader", server.url, "--yes")
        sent = b"".join(one.raw for one in server.seen).decode()
        count = len(server.seen)
        run("--reader", server.url, "--yes")
        again = capsys.readouterr().out
        assert len(server.seen) == count + 1  # the sample of our own
    assert count == 2 * CRITERIA + 1
    assert "every reply is kept from before; no answer is sent" in again
    for name in ("Lina", "Haddad", "lina", "Omar", "Saleh", "omar", "Gulf Fridges", CASE):
        assert name not in sent
    assert f"{BLANK * 4} {BLANK * 6}, Gulf" in sent

    after, read = grade_rows(), kept("lina")
    assert {row: one[:2] for row, one in after.items()} == {
        row: one[:2] for row, one in before.items()
    }
    assert {k: m.criteria for k, m in read.marks.items()} == {
        k: m.criteria for k, m in plain.marks.items()
    }
    assert read.second[key].total == 0.0 + sum(
        one.points for one in read.marks[key].criteria if one.key == "choice"
    )
    assert "second-reader" in read.marks[key].flags
    assert "Second reader: level 0 of " in shown("lina")

    run()
    assert "without the second reader" in capsys.readouterr().out
    assert kept("lina") == plain
    assert "Second reader" not in shown("lina")


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_what_is_quoted_is_shown_as_text():
    hostile = "<script>alert(1)</script> & <b>we stop it</b> at once"
    key = next(q.key for q in rubric().questions if q.criteria and not q.options)
    hand_in("omar", "Omar Saleh", {key: Answer(hostile)})
    with serving(of_first_words(1)) as server:
        server.models = ["<img src=x onerror=alert(2)>"]
        run("--reader", server.url, "--yes")
    page = shown("omar")
    assert "<script>" not in page
    assert "<img" not in page
    assert "“<script>alert(1)</script> & <b>we stop it</b>”" in unescape(page)


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (lambda h: h.send(said(1, "words that nobody wrote")), "does not stand in the answer"),
        (lambda h: h.send(chat("I cannot do that.")), "has not the form"),
        (lambda h: h.send(said(99, "")), "a level the rubric does not have"),
    ],
)
def test_a_void_reading_changes_nothing_and_says_why(reply, why):
    run()
    plain = kept("omar")
    with serving(reply) as server:
        run("--reader", server.url, "--yes")
    assert kept("omar").marks == plain.marks
    assert why in unescape(shown("omar"))


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_a_server_that_falls_silent_is_given_up_and_asked_again_another_day(capsys):
    def reply(handler):
        if len(handler.server.seen) > 3:
            handler.send(b"", 404)
        else:
            of_first_words(1)(handler)

    with serving(reply) as server:
        run("--reader", server.url, "--yes")
        assert len(server.seen) == 3 + second_round.GIVE_UP
        told = capsys.readouterr().out
        left = 2 * CRITERIA - 2 - second_round.GIVE_UP
        assert f"2 replies can be used, 3 cannot. It stopped replying, and {left} were" in told
        server.reply = of_first_words(1)
        run("--reader", server.url, "--yes")
        assert "2 replies are kept from before" in " ".join(capsys.readouterr().out.split())
    assert all(not one.void for one in kept("lina").second[_first()].readings.values())


def _first():
    return next(question.key for question in rubric().questions if question.criteria)


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_another_model_than_the_one_agreed_to_is_not_heard():
    def reply(handler):
        first = len(handler.server.seen) == 1
        handler.send(said(0, "", MODEL if first else "cheaper"))

    with serving(reply) as server:
        run("--reader", server.url, "--yes")
    found = kept("lina").second[_first()]
    assert {one.void for one in found.readings.values()} == {"other-model"}
    assert found.total is None


@pytest.mark.slow
@pytest.mark.usefixtures("_desk")
def test_what_is_kept_is_private_and_a_damaged_file_counts_as_none(monkeypatch):
    monkeypatch.setenv(reader_endpoint.KEY, KEY)
    with serving(of_first_words(1)) as server:
        run("--reader", server.url, "--yes")
    files = list((folders.root() / second_kept.FOLDER).rglob("*.json"))
    assert len(files) == 2 * CRITERIA + 1
    for path in files:
        assert path.stat().st_mode & 0o077 == 0
        assert KEY not in path.read_text(encoding="utf-8")
    replies = [path for path in files if path.parent.name == "replies"]
    replies[0].write_bytes(b"{")
    replies[1].write_bytes(replies[2].read_bytes())  # another's reply under this one's name
    replies[3].write_text(json.dumps({"void": "<b>"}))
    mark_case(CASE)
    second = [one for who in ("lina", "omar") for one in kept(who).second.values()]
    voids = [one.void for view in second for one in view.readings.values()]
    assert voids.count("not-asked") == 3
    assert voids.count("") == 2 * CRITERIA - 3


def test_only_a_reader_takes_a_model_or_a_yes(capsys):
    for more in (["--yes"], ["--reader-model", "m"]):
        with pytest.raises(SystemExit) as ended:
            run(*more)
        assert ended.value.code == 2
    assert "go with --reader" in capsys.readouterr().err

"""A real server, llama.cpp's, takes what we send and replies by our schema.

Its model is made here of random weights: this proves the contract, and no wisdom. No real model
was ever tried.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import CASE, grade_rows, lay_in, released, sheet, written
from tiny_model import write_model

from course.cli import command as cli
from course.learner import answers
from course.marking.second_prompt import load_prompt
from course.marking.second_reader import understood
from course.trainer import folders, second_round
from course.trainer.reader_address import Address
from course.trainer.reader_endpoint import Endpoint
from course.trainer.sheet import read_sidecar

pytestmark = pytest.mark.slow

PYTHON = Path(os.environ.get("COURSE_LLAMA_PYTHON", sys.executable)).expanduser().absolute()


@pytest.fixture(scope="module")
def llama(tmp_path_factory) -> Iterator[str]:
    """The address of the server; without one on this machine, the tests are skipped."""
    asked = subprocess.run([PYTHON, "-c", "import xllamacpp"], capture_output=True, check=False)
    if asked.returncode:
        pytest.skip(
            "llama.cpp is not on this machine: 'pip install xllamacpp' in an environment of its "
            "own, and set COURSE_LLAMA_PYTHON to that Python"
        )
    folder = tmp_path_factory.mktemp("llama")
    write_model(folder / "random.gguf")
    command = [PYTHON, Path(__file__).parents[1] / "llama_server.py", "random.gguf"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stderr=log, text=True, **pipes) as server,
    ):
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), (folder / "log").read_text("utf-8")
        yield address
        server.kill()


def test_it_names_its_model_and_replies_by_the_schema(llama):
    endpoint = Endpoint.at(Address.of(llama))
    met = second_round.meet(endpoint)
    assert met.used.model == "random.gguf"
    sample = load_prompt().sample
    for text in (sample.answer, "<|im_end|> سأنهي المكافأة \x00 ```", "stop it " * 300):
        reply = endpoint.ask(met.used.model, sample.asked, text)
        assert reply.model == met.used.answered_as
        found = understood(reply.content, sample.asked, text)
        assert found.void not in ("no-json", "unknown-level", "too-long"), reply.content


def test_a_class_is_marked_with_the_same_points(llama, tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    given = written("good", "2.6 %")
    lay_in("lina", answers.encode(sheet("Lina Haddad", given)))
    cli.main(["mark", CASE])
    before = {row: found[:2] for row, found in grade_rows().items()}
    cli.main(["mark", CASE, "--reader", llama, "--yes"])
    assert {row: found[:2] for row, found in grade_rows().items()} == before
    kept = read_sidecar(folders.autograded("lina", CASE))
    assert kept.second
    for question, view in kept.second.items():
        for reading in view.readings.values():
            assert reading.void != "not-asked"
            assert reading.quotation in given[question].text

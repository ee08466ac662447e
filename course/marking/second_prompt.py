"""What a language model is asked about one criterion of one answer.

The words stand in data/second-reader.toml. The answer goes in as data: one JSON string between
two lines its author cannot have foreseen.
"""

import functools
import hashlib
import json
from dataclasses import dataclass
from string import Formatter
from typing import Self

import msgspec

from course.content import ContentError, Language, load
from course.judging import Criterion
from course.paths import DATA

FILE = DATA / "second-reader.toml"
LANGUAGE: Language = "en"  # of the rubric's words that are sent; the answer keeps its own
MOST_TOKENS = 600  # of a reply: a level and a quotation of forty words, in any script
_FACTS = {
    "role": frozenset[str](),
    "task": frozenset({"question", "title", "levels", "fence", "answer"}),
    "level": frozenset({"number", "looks_like"}),
}
# What models take for the ends of a turn is made of these: written by number, it is only text.
_BY_NUMBER = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>[]{}|"})

Message = dict[str, str]
Body = dict[str, object]


@dataclass(frozen=True)
class Asked:
    """One criterion as a second reader is shown it: no patterns, no points, no model answer."""

    question: str
    title: str
    levels: tuple[str, ...]

    @classmethod
    def of(cls, question: str, criterion: Criterion) -> Self:
        levels = tuple(level.shown(LANGUAGE).strip() for level in criterion.levels)
        return cls(question.strip(), criterion.called(LANGUAGE), levels)


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question with an answer of the course's own."""

    question: str
    title: str
    levels: tuple[str, ...]
    answer: str

    @property
    def asked(self) -> Asked:
        return Asked(self.question, self.title, self.levels)


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the file."""

    role: str
    task: str
    level: str
    sample: Sample


@functools.cache
def load_prompt() -> Prompt:
    """The words, whose braces ask for no more and no less than they are given."""
    prompt = load(FILE, Prompt)
    for name, facts in _FACTS.items():
        try:
            asks = {fact for _, fact, _, _ in Formatter().parse(getattr(prompt, name)) if fact}
        except ValueError:
            asks = {"{"}
        if asks != facts:
            wanted = ", ".join(f"{{{fact}}}" for fact in sorted(facts)) or "none"
            problem = f"it must ask for these facts: {wanted}"
            raise ContentError(FILE, name, problem, "Correct the words in braces.")
    return prompt


def body(model: str, asked: Asked, text: str) -> Body:
    """What is sent to the endpoint, in the form that OpenAI's and all like it take."""
    return {
        "model": model,
        "messages": messages(asked, text),
        "temperature": 0,
        "max_tokens": MOST_TOKENS,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reading", "strict": True, "schema": schema(asked)},
        },
    }


def messages(asked: Asked, text: str) -> list[Message]:
    prompt = load_prompt()
    levels = "\n".join(
        prompt.level.format(number=number, looks_like=words)
        for number, words in enumerate(asked.levels)
    )
    task = prompt.task.format(
        question=asked.question,
        title=asked.title,
        levels=levels,
        fence=fence(text),
        answer=as_data(text),
    )
    return [
        {"role": "system", "content": prompt.role.format().strip()},
        {"role": "user", "content": task.strip()},
    ]


def schema(asked: Asked) -> Body:
    """The JSON schema of a reply: plain enough for every server that takes one."""
    return {
        "type": "object",
        "properties": {
            "level": {"type": "integer", "enum": list(range(len(asked.levels)))},
            "quotation": {"type": "string"},
        },
        "required": ["level", "quotation"],
        "additionalProperties": False,
    }


def fence(text: str) -> str:
    """A line that no author can write: it is made from the whole answer, itself included."""
    return f"answer-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}"


def as_data(text: str) -> str:
    """The answer as one line of JSON, without a sign that could end a turn of the talk."""
    return json.dumps(text, ensure_ascii=False).translate(_BY_NUMBER)


def digest(model: str, answered_as: str, asked: Asked, text: str) -> str:
    """The same for the same model, as it is called and calls itself, and the same words sent."""
    sent = [model, answered_as, messages(asked, text), schema(asked)]
    return hashlib.sha256(msgspec.json.encode(sent)).hexdigest()

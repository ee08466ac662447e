"""Reads the source for every place that says an entry of the wording, and which facts it gives."""

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import course
from course.content import load_modules
from course.drawing.cost import PARTS
from course.forms import policy_desk, takeaway
from course.judging.verdict import UNREAD
from course.trainer.intake import OTHER

HOUSE = Path(course.__file__).parent
# A file whose own `say` puts this before the entry.
_PREFIX = {
    "learner/hand_in_file.py": "grading.hand_in.",
    "learner/handin.py": "grading.hand_in.",
    "learner/fetching.py": "grading.hand_in.",
    "trainer/report.py": "agreement.report.",
    "trainer/feedback_page.py": "grading.feedback.",
    "trainer/templates/report.html.j2": "agreement.report.",
    "trainer/templates/feedback.html.j2": "grading.feedback.",
}
_ENGLISH = {"lab/install.py", "trainer/exchange.py"}  # their `_say` is told no entry, but words
_PLAIN = {"wording", "self.say", "form.say", "self.maker.say"}  # these put nothing before it
_OWN = {"view.say", "spec.say"}  # these say what a lesson or a case calls its own
_ANY = r"[a-z0-9_-]*"  # a part of an entry that is only known when it is said
# What the parts can be where "anything" would be too much: by file, and as the source names them.
_PARTS = {
    "trainer/evidence.py": {"_SURENESS[mark.route]": ("sure", "fairly", "unsure")},
    "trainer/evidence_table.py": {"name": ("criterion", "points", "words", "missing")},
    "trainer/notebook.py": {"key": ("learner", "company", "folder", "saved", "suggested")},
    "lab/launch.py": {"entry": ("waiting", "stopped")},
    "content/amounts.py": {
        "entry": ("chart.months",),
        "form": ("zero", "one", "two", "few", "many", "other"),
    },
    "drawing/captions.py": {"way": ("rose", "fell", "same")},
    "drawing/cost_charts.py": {"name": ("million", "thousand"), "part": PARTS},
    "drawing/lines.py": {"spec.time": ("month", "week")},
    "forms/offers.py": {"name": ("back", "leave"), "kind": ("own", "named")},
    "forms/path_chooser.py": {"state": ("finished", "begun", "new")},
    "forms/policy_desk.py": {"name": policy_desk._DETAILS},
    "forms/profile_form.py": {
        "name": ("place", "industry", "headcount"),
        "many": ("places", "industries", "headcounts"),
        "year": ("2015", "2026"),
    },
    "forms/takeaway.py": {"name": takeaway._DETAILS},
    "forms/tiles.py": {
        "word": ("again", "continue", "begin"),
        "state": ("handed_in", "begun", "not_begun"),
        "why": ("not_released", "not_ready"),
        "module.kind": {module.kind for module in load_modules().values()},
    },
    "forms/tool_review.py": {"area": ("objective",)},
}
_TITLE = rf"policy\.{_ANY}\.title(?:-2015)?"
# Entries that are chosen elsewhere: by file, and as the source names them.
_CHOSEN = {
    ("content/amounts.py", "entry"): r"chart\.months",
    ("trainer/criteria.py", "entry"): r"grading\.answer\.(?:marks|likeness)_title",
    ("trainer/evidence_table.py", "entry"): rf"grading\.reason\.{_ANY}",
    ("trainer/report.py", "entry"): "by_(?:gold|you)",
    ("trainer/sheet.py", "m.flags[0]"): f"(?:{'|'.join(sorted(UNREAD))})",
    ("learner/handin.py", "refusal"): "collected(?:_meanwhile)?",
    ("forms/policy_review.py", "title_entry(finding)"): _TITLE,
    ("forms/policy_review.py", "title_entry(deed.whole)"): _TITLE,
    ("forms/policy_rows.py", "title_entry(found.verdict)"): _TITLE,
    ("papers/policy_document.py", "title_entry(finding)"): _TITLE,
}
# A table of facts that travels with a reason: what makes it, and the entries it is said in.
_TABLES = {
    "Note": r"grading\.note\.{}",
    "UnreadableTable": rf"{_ANY}\.bad\.{{}}",
    "fall_short": r"lesson\.short_{}",
    "_diagram": r"agreement\.report\.{}",
}
_ALWAYS = {"_diagram": {"count"}}
_FACTS = {"OTHER": OTHER}  # a fact that the source names by a constant


@dataclass(frozen=True)
class Saying:
    """One call: where it stands, a pattern of the entries it may say, and the facts it gives.

    `pattern` is empty where the source does not tell the entry; `open` says that more facts
    come from a table which only a run can show.
    """

    place: str
    pattern: str
    facts: frozenset[str]
    open: bool = False

    def may_say(self, entry: str) -> bool:
        return bool(self.pattern and _compiled(self.pattern).fullmatch(entry))


_compiled = functools.cache(re.compile)


@functools.cache
def sayings() -> tuple[Saying, ...]:
    """Every one of the course, in modules and in templates."""
    return tuple(dict.fromkeys(_everywhere()))


def _everywhere() -> Iterator[Saying]:
    for path in sorted({*HOUSE.rglob("*.py")} - {HOUSE / file for file in _ENGLISH}):
        file = path.relative_to(HOUSE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name not in ("say", "_say", "_p"):
                yield from _Function(file, node).sayings()
    for path in sorted(HOUSE.rglob("*.j2")):
        yield from _in_template(path.relative_to(HOUSE).as_posix(), path.read_text("utf-8"))


class _Function:
    """One function of a file, and what its names stand for."""

    def __init__(self, file: str, function: ast.FunctionDef) -> None:
        self.file, self.function = file, function
        self.known = {
            target.id: node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }

    def sayings(self) -> Iterator[Saying]:
        for call in ast.walk(self.function):
            if isinstance(call, ast.Call) and call.args:
                where = f"{self.file}: {ast.unparse(call)[:70]}"
                if said := _said_by(call.func):
                    prefix = "" if said in _PLAIN else _PREFIX.get(self.file, "")
                    pattern = self._pattern(call.args[0])
                    facts, more = self._facts(call)
                    yield Saying(where, pattern and re.escape(prefix) + pattern, facts, more)
                elif ast.unparse(call.func) in _TABLES:
                    yield self._table(where, ast.unparse(call.func), call)

    def _facts(self, call: ast.Call) -> tuple[frozenset[str], bool]:
        """The facts by name, and whether others come from a table this function did not make."""
        names, more = set(), False
        for given in call.keywords:
            table = self._value(given.value) if given.arg is None else None
            names |= _keys(table) if given.arg is None else {given.arg}
            more |= given.arg is None and not _keys(table)
        return frozenset(names), more

    def _table(self, where: str, made: str, call: ast.Call) -> Saying:
        facts = _ALWAYS.get(made, set()) | {word.arg for word in call.keywords if word.arg}
        facts |= _keys(self._value(call.args[1])) if len(call.args) > 1 else set()
        pattern = _TABLES[made].format(self._pattern(call.args[0]))
        return Saying(where, pattern, frozenset(facts))

    def _value(self, given: ast.expr) -> ast.expr:
        return self.known.get(given.id, given) if isinstance(given, ast.Name) else given

    def _pattern(self, entry: ast.expr) -> str:
        """The entries an expression may name; nothing where the source does not tell."""
        entry = self._value(entry)
        if isinstance(entry, ast.Constant):
            return re.escape(str(entry.value))
        if isinstance(entry, ast.JoinedStr):
            return "".join(map(self._part, entry.values))
        if isinstance(entry, ast.IfExp):
            either = self._pattern(entry.body), self._pattern(entry.orelse)
            return f"(?:{'|'.join(either)})" if all(either) else ""
        return _CHOSEN.get((self.file, ast.unparse(entry)), "")

    def _part(self, part: ast.expr) -> str:
        if isinstance(part, ast.Constant):
            return re.escape(str(part.value))
        named = ast.unparse(part.value)  # type: ignore[attr-defined]
        values = _PARTS.get(self.file, {}).get(named)
        return f"(?:{'|'.join(map(re.escape, values))})" if values else _ANY


def _said_by(called: ast.expr) -> str:
    """What is called, if it says something: `say`, `self.say`, `wording(language)` ..."""
    if isinstance(called, ast.Call):
        return "wording" if ast.unparse(called.func).endswith("wording") else ""
    name = ast.unparse(called)
    speaks = name.rpartition(".")[2] in ("say", "_say", "_p")
    return name if speaks and name not in _OWN else ""


def _keys(table: ast.expr | None) -> set[str]:
    """The names in a table that stands in the source."""
    if not isinstance(table, ast.Dict):
        return set()
    constants = {str(key.value) for key in table.keys if isinstance(key, ast.Constant)}
    return constants | {_FACTS[key.id] for key in table.keys if isinstance(key, ast.Name)}


def _in_template(file: str, text: str) -> Iterator[Saying]:
    for entry, given in re.findall(r'say\("([a-z_]+)"((?:, \w+=[^,()]+(?:\(\))?)*)\)', text):
        facts = frozenset(re.findall(r", (\w+)=", given))
        yield Saying(f"{file}: {entry}", re.escape(_PREFIX.get(file, "") + entry), facts)

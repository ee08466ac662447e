"""Terms as an editor writes them, each a small pattern, made ready to be found in folded text.

    inspect*             any ending           a _ b     one word, whatever it is
    customer[s]          may be missing       a <3> b   up to three words; <1-4> from one to four
    [the|our] system     one of these, or none; [very|much]+ up to eight of them
    (meet|satisfy)       one of these; (un|re)+ several in a row
    no !(later|less)     not before these; do =(what) only before these
    # per cent           a number             what ... agreed   a short stretch of the sentence
    every time /         at the end of a part of the sentence; a ? is one letter
    {party} needs        the terms of another concept

A space is a space or a hyphen; a backslash makes a sign a plain letter. An Arabic word takes
what is written onto it by itself: the "and", "by", "for" before it, its article, a short ending.
"""

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from course.reading.text import normal

Named = Callable[[str], Iterable[str]]

_MANY = "{0,8}"  # in a row: without an end, a hostile text would be read for minutes
_STRETCH = r"[^.;:؛،\n]{0,40}?"
_PART = re.compile(r"<(?:(?P<least>\d+)-)?(?P<most>\d+)>|\{(?P<name>[\w-]+)\}|\.\.\.|\\.|.")
_ENDS = r"(?= ?[,.;:!،؛\n]|$)"
_PLAIN = {"*": r"\w*", "?": r"\w", "_": r"[\w']+", "#": r"\d+", "...": _STRETCH}
_WORDY = re.compile(r"[^\W\d_]")


class TermError(ValueError):
    """A term that cannot be read: a bracket without its partner, or a name nobody knows."""


class _Node(NamedTuple):
    """A piece of a term."""

    kind: Literal["text", "space", "maybe", "gap", "ahead"]
    pattern: str
    times: str = "?"


class Onto(NamedTuple):
    """What an Arabic word has written onto it: letters of one word before it, the article."""

    joins: str
    before: str
    article: str


def english(terms: Iterable[str], named: Named) -> str:
    """One regular expression for all the terms; `named` gives the terms of another concept."""
    return rf"\b(?:{_either(terms, named, '[ -]')})(?!\w)"


def arabic(terms: Iterable[str], named: Named, onto: Onto, *, whole: bool) -> str:
    """The same for Arabic; where they are to stand `whole`, only "and" may be written onto them."""
    if whole:
        return rf"\b[{onto.joins}]?(?:{_either(terms, named, ' ')})\b"
    space = rf"\w{{0,3}} [{onto.before}]{{0,2}}(?:{onto.article})?"
    start = rf"\b[{onto.joins}{onto.before}]{{0,2}}(?:{onto.article})?"
    return rf"{start}(?:{_either(terms, named, space)})\w{{0,3}}(?!\w)"


def _either(terms: Iterable[str], named: Named, space: str) -> str:
    return "|".join(_Term(normal(term), named, space).pattern for term in terms)


class _Term:
    """Reads one term from left to right."""

    def __init__(self, term: str, named: Named, space: str) -> None:
        self._term, self._named, self._space = term, named, space
        self._parts = list(_PART.finditer(term))
        self.pattern = self._sequence()
        if self._parts:
            raise TermError(f"a bracket too many in '{term}'")

    def _next(self, *signs: str) -> bool:
        return bool(self._parts) and self._parts[0][0] in signs

    def _sequence(self) -> str:
        nodes: list[_Node] = []
        while self._parts and not self._next("|", ")", "]"):
            nodes.append(self._node())
        return self._joined(nodes)

    def _node(self) -> _Node:
        part = self._parts.pop(0)
        sign = part[0]
        if sign == " ":
            return _Node("space", self._space)
        if sign == "[":
            return _Node("maybe", self._alternatives("]"), _MANY + "?" if self._more() else "?")
        if sign == "(":
            return _Node("text", self._several(self._alternatives(")")))
        if sign in "!=" and self._next("("):
            self._parts.pop(0)
            return _Node("ahead", self._alternatives(")"), sign)
        if sign == "/":
            return _Node("ahead", _ENDS, sign)
        if part["most"]:
            return _Node("gap", r"[\w']+", f"{{{part['least'] or 0},{part['most']}}}")
        if part["name"]:
            return _Node(
                "text", f"(?:{_either(self._named(part['name']), self._named, self._space)})"
            )
        return _Node("text", _PLAIN.get(sign) or re.escape(sign.removeprefix("\\")))

    def _alternatives(self, close: str) -> str:
        options = [self._sequence()]
        while self._next("|"):
            self._parts.pop(0)
            options.append(self._sequence())
        if not self._next(close):
            raise TermError(f"'{close}' is missing in '{self._term}'")
        self._parts.pop(0)
        return "|".join(options)

    def _more(self) -> bool:
        more = self._next("+")
        if more:
            self._parts.pop(0)
        return more

    def _several(self, inner: str) -> str:
        again = f"(?:{self._space}(?:{inner})){_MANY}" if self._more() else ""
        return f"(?:{inner}){again}"

    def _joined(self, nodes: list[_Node]) -> str:
        """The nodes in a row; a word that may be missing takes its space with it."""
        tail = len(nodes)  # from here on all may be missing
        while tail and nodes[tail - 1].kind in ("space", "maybe", "gap"):
            tail -= 1
        out: list[str] = []
        spaced = False
        for i, node in enumerate(nodes):
            last, after = i + 1 == len(nodes), nodes[i + 1 : i + 2]
            if node.kind == "space":
                if not spaced and not (tail <= i and not last):
                    out.append(node.pattern)
                spaced = True
                continue
            word = node.kind in ("maybe", "gap") and _WORDY.search(node.pattern)
            if node.kind == "ahead":
                taken = spaced and out[-1:] != [self._space]  # by what may be missing before it
                out.append(_ahead(node, out.pop() if spaced and not taken else ""))
                spaced = taken
                continue
            if word and spaced and i > tail:
                out.append(
                    f"(?:{self._space}(?:{node.pattern})){node.times.replace(_MANY + '?', _MANY)}"
                )
            elif word and (spaced or not i) and after and after[0].kind == "space":
                out.append(f"(?:(?:{node.pattern}){self._space}){node.times}")
                spaced = True
                continue
            elif node.kind in ("maybe", "gap"):
                times = node.times.replace(_MANY + "?", _MANY) if last else node.times
                out.append(f"(?:{node.pattern}){times}")
            else:
                out.append(node.pattern)
            spaced = False
        return "".join(out)


def _ahead(node: _Node, space: str) -> str:
    """What must follow, or must not; the space before it is looked at with it."""
    if node.times == "/":
        return node.pattern
    edge = r"\b" if space and node.times == "!" else ""
    return f"(?{node.times}{space}(?:{node.pattern}){edge})"

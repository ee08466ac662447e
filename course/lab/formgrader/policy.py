"""What formgrader's pages may load and run: the scripts of their own templates, and no others.

Each script tag of a template carries a word that is new for each page (the nonce). The click
handlers that nbgrader writes into its tags are known by their hashes. A script that came in
with a learner's words has neither. No page needs `eval`; nothing is asked of another host.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from course.lab.policy import hash_of

_HANDLER = re.compile(r'\son[a-z]+="([^"{]*)"', re.IGNORECASE)
# jQuery and Bootstrap write styles into the page.
_RULES = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What a page asks for as data; opened by itself, it is no page.
DATA = "default-src 'none'; sandbox; frame-ancestors 'none'"


def page(nonce: str, handlers: str) -> str:
    """The Content-Security-Policy of a page whose scripts carry this nonce."""
    return f"{_RULES}; script-src 'nonce-{nonce}' 'unsafe-hashes' {handlers}"


def hashes_of_handlers(folders: list[Path]) -> str:
    """The click handlers in these folders' templates, as a policy names them."""
    return " ".join(sorted({hash_of(handler) for handler in _handlers(folders)}))


def _handlers(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        for template in folder.rglob("*.*"):
            yield from _HANDLER.findall(template.read_text(encoding="utf-8"))

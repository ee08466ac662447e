"""What JupyterLab's pages may load and run: what comes from this server, and nothing else.

JupyterLab compiles the schemas of its settings, which takes `unsafe-eval`, and lays out its
windows with styles in the page. The script in its page is known by its hash, so no other that
stands in a page runs. Formgrader needs neither; its pages have a policy of their own.
"""

import base64
import hashlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_INLINE = re.compile(r"<script(?: type='text/javascript')?>(.*?)</script>", re.DOTALL)
_WITH_PAGES = ("jupyter_server", "notebook")  # how one comes in, and the view beside JupyterLab


def lab_policy(port: int) -> str:
    """The Content-Security-Policy of the course at this port."""
    kernels = " ".join(f"ws://{host}:{port}" for host in ("127.0.0.1", "localhost"))
    hashes = " ".join(sorted({hash_of(script) for script in _scripts_in_pages()}))
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {kernels}",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{rule} {allowed}".strip() for rule, allowed in rules.items())


def hash_of(script: str) -> str:
    """A script as a policy names it; the text between the tags, to the letter."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _scripts_in_pages() -> Iterator[str]:
    """The scripts that stand in Jupyter's own pages; they take the token out of the address."""
    for folder in _folders_of_pages():
        for page in folder.glob("*.html"):
            yield from _INLINE.findall(page.read_text(encoding="utf-8"))


def _folders_of_pages() -> Iterator[Path]:
    yield Path(sys.prefix) / "share" / "jupyter" / "lab" / "static"
    for package in _WITH_PAGES:
        found = importlib.util.find_spec(package)
        if found and found.origin:
            yield Path(found.origin).with_name("templates")

"""What JupyterLab's pages may load and run: what comes from this server, and nothing else.

JupyterLab compiles the schemas of its settings, which takes `unsafe-eval`, and lays out its
windows with styles in the page. Its one script in the page is known by its hash, so no other
script in a page runs. Formgrader needs neither; its pages have a policy of their own.
"""

import base64
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


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
    """The scripts that stand in the pages of JupyterLab and of the notebook view."""
    lab = Path(sys.prefix) / "share" / "jupyter" / "lab" / "static"
    views = [Path(folder) / "notebook" / "templates" for folder in sys.path]
    for folder in (lab, *views):
        for page in folder.glob("*.html"):
            yield from _INLINE.findall(page.read_text(encoding="utf-8"))

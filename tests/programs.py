"""Programs a test may need: without one it is skipped, and says so; on a build machine it fails."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_MAC = "/Applications/{0}.app/Contents/MacOS/{1}"
CHROMIUM = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    _MAC.format("Google Chrome", "Google Chrome"),
    _MAC.format("Chromium", "Chromium"),
)
SOFFICE = ("soffice", "libreoffice", _MAC.format("LibreOffice", "soffice"))


def need(what: str, names: tuple[str, ...]) -> str:
    """The first of the programs that is here; else the test is skipped, or fails where it must."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found:
        return found
    missing = f"{what} is not on this machine ({', '.join(names[:2])})"
    if os.environ.get("CI") == "true" or os.environ.get("COURSE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{missing}; here it must be", pytrace=False)
    pytest.skip(missing)


def pdf(document: bytes, folder: Path, name: str = "document.docx") -> Path:
    """The Word document or Excel workbook as LibreOffice prints it."""
    soffice = need("LibreOffice", SOFFICE)
    word = folder / name
    word.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, word]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    printed = word.with_suffix(".pdf")
    assert printed.exists(), f"LibreOffice could not open the document: {done.stderr}"
    return printed


def pages(printed: Path, *, laid_out: bool = True) -> list[str]:
    """The text of each page, as it is laid out or as it is read."""
    pdftotext = need("poppler", ("pdftotext",))
    way = ["-layout"] if laid_out else []
    done = subprocess.run([pdftotext, *way, printed, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def pictures(printed: Path) -> list[Path]:
    """One picture a page."""
    pdftoppm = need("poppler", ("pdftoppm",))
    subprocess.run([pdftoppm, "-r", "50", "-png", printed, printed.with_suffix("")], check=True)
    return sorted(printed.parent.glob(f"{printed.stem}-*.png"))

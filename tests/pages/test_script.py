"""The page's script: the one in git is what its sources make, small, and lets nothing through."""

import json
import re
import shutil
import subprocess

import pytest

from course.pages import web

SOURCES = web.HERE / "script"
MOST = 700_000  # bytes of script a page may bring
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=1>",
    "<b>&lt;script&gt;</b>",
]


def node(*arguments, **given):
    """Run node; without it there is nothing to say about the script's making."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    return subprocess.run(["node", *arguments], capture_output=True, text=True, **given)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """The sources with their packages, of the versions that the lock names."""
    if not shutil.which("npm"):
        pytest.skip("npm is not installed")
    place = tmp_path_factory.mktemp("script") / "script"
    shutil.copytree(SOURCES, place, ignore=shutil.ignore_patterns("node_modules"))
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(["npm", "ci", *quiet], cwd=place, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"the script's packages cannot be fetched: {done.stderr.strip()[-200:]}")
    return place


def test_the_script_in_git_is_the_one_its_sources_make(workshop, tmp_path):
    made = node("build.mjs", str(tmp_path), cwd=workshop)
    assert made.returncode == 0, made.stderr
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in web.STATIC.iterdir()}


def test_the_script_is_small_enough():
    assert sum(len(path.read_bytes()) for path in web.STATIC.glob("*.js")) <= MOST


def test_the_sheet_asks_for_nothing_from_elsewhere():
    sheet = (web.STATIC / "widgets.css").read_text(encoding="utf-8")
    found = re.findall(r"url\(([^)]{0,20})", sheet)
    assert [one for one in found if not one.strip("\"'").startswith("data:")] == []


def test_the_lock_names_no_registry_and_pins_everything():
    lock = json.loads((SOURCES / "package-lock.json").read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)  # where to thank whoever wrote it
    assert "://" not in json.dumps(lock)
    asked = json.loads((SOURCES / "package.json").read_text(encoding="utf-8"))
    versions = {**asked["dependencies"], **asked["devDependencies"]}.values()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_passes_as_html_where_the_widgets_would_let_some_through(words):
    asked = f"{json.dumps(words)}, {{allowedTags: ['b']}}"
    said = f"import escaped from './escaped.js'; console.log(escaped({asked}))"
    shown = node("--input-type=module", "-e", said, cwd=SOURCES).stdout
    assert not re.search("[<>\"']", shown)
    assert "&" in shown


def test_bytes_survive_the_wire():
    code = """
    import { pack, unpack } from "./wire.js";
    const bytes = new Uint8Array([1, 2, 3]);
    const sent = { header: { msg_type: "x" }, content: { a: "é" }, buffers: [bytes] };
    const { buffers, ...rest } = unpack(pack(sent));
    console.log(JSON.stringify([rest, [...new Uint8Array(buffers[0].buffer)]]));
    console.log(JSON.stringify(unpack(pack({ content: {} }))));
    """
    done = node("--input-type=module", "-e", code, cwd=SOURCES)
    first, second = done.stdout.splitlines()
    assert json.loads(first) == [{"header": {"msg_type": "x"}, "content": {"a": "é"}}, [1, 2, 3]]
    assert json.loads(second) == {"buffers": [], "content": {}}

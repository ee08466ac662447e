"""What lies beside a lesson, or where a server stands, is not run when the lesson opens."""

import json
import shutil
import sys
import time
import urllib.request

import pytest

from course import paths
from course.lab import launch

pytestmark = pytest.mark.slow
# Python's, IPython's, Jupyter's and the course's own: all of these are looked for somewhere.
MODULES = (
    *("course.py", "json.py", "pathlib.py", "ipykernel_launcher.py", "ipykernel.py", "random.py"),
    *("sitecustomize.py", "usercustomize.py", "IPython.py", "runpy.py", "msgspec.py", "secrets.py"),
)
SETTINGS = (
    *("ipython_config.py", "ipython_kernel_config.py", "nbgrader_config.py"),
    *("jupyter_config.py", "jupyter_server_config.py", "jupyter_lab_config.py"),
    *("profile_default/startup/00-first.py", "profile_default/ipython_kernel_config.py"),
    *(".ipython/profile_default/startup/00-first.py", ".jupyter/jupyter_server_config.py"),
    *(".ipynb_checkpoints/00-start-here-checkpoint.py", "startup/00-first.py"),
)


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """A learner's folder with the start page and one of each beside it."""
    work = tmp_path / "my-work"
    monkeypatch.setenv("COURSE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("COURSE_WORK", str(work))
    for name in (*MODULES, *SETTINGS):
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        mark = tmp_path / f"ran-{name.replace('/', '-')}"
        path.write_text(f"open({str(mark)!r}, 'w').close()\n")
    kernel = work / "kernels" / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True)
    command = ["touch", str(tmp_path / "ran-kernel.json")]
    kernel.write_text(json.dumps({"argv": command, "display_name": "x", "language": "python"}))
    shutil.copy(paths.NOTEBOOKS / "00-start-here.ipynb", work)
    return tmp_path


def ask(server, path, body=None):
    known = {"Authorization": f"token {server.token}", "Content-Type": "application/json"}
    data = json.dumps(body).encode() if body else None
    url = f"http://127.0.0.1:{server.port}/api/{path}"
    with urllib.request.urlopen(urllib.request.Request(url, data, known)) as answer:
        return json.load(answer)


def open_in_kernel(server, notebook):
    """A kernel for the notebook, as a page opens it, and how each of its cells ended in it."""
    from jupyter_client import BlockingKernelClient

    path = notebook.relative_to(paths.served()).as_posix()
    body = {"path": path, "name": "x", "type": "notebook", "kernel": {"name": "python3"}}
    kernel = ask(server, "sessions", body)["kernel"]["id"]
    file = paths.state() / "lab" / "runtime" / f"kernel-{kernel}.json"
    client = BlockingKernelClient(connection_file=str(file))
    client.load_connection_file()
    client.start_channels()
    wait_for(client)
    cells = json.loads(notebook.read_bytes())["cells"]
    lines = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return client, {line: run(client, line)["status"] for line in lines}


def wait_for(client):
    """On a busy machine a kernel that misses one beat of its heart is taken for dead."""
    for turn in range(5):
        try:
            return client.wait_for_ready(30)
        except RuntimeError:
            if turn == 4:
                raise
    return None


def run(client, line, **more):
    reply = client.execute_interactive(line, timeout=120, output_hook=lambda _: None, **more)
    return reply["content"]


def value_of(client, expression):
    asked = run(client, "", user_expressions={"it": expression})
    return asked["user_expressions"]["it"]["data"]["text/plain"]


@pytest.mark.skipif(sys.platform == "win32", reason="the planted kernel is a unix command")
def test_a_planted_file_is_not_run_and_the_lesson_is(planted, monkeypatch):
    # As a shell leaves it that appends to nothing: the empty entry means the notebook's folder.
    monkeypatch.setenv("PYTHONPATH", f":{paths.ROOT}")
    monkeypatch.chdir(paths.my_work())  # where a learner types `course start`
    launch.prepare()
    server = launch.serve(launch.free_port(9470), "lab")
    try:
        launch.wait_until_open(server)
        client, status = open_in_kernel(server, paths.my_work() / "00-start-here.ipynb")
        assert set(status.values()) == {"ok"}
        assert len(status) > 1
        home = value_of(client, "__import__('course').__file__")
        on_path = value_of(client, "__import__('sys').path")
        here = value_of(client, "__import__('os').getcwd()")
        client.stop_channels()
        time.sleep(0.5)
    finally:
        server.stop()
    assert sorted(path.name for path in planted.glob("ran-*")) == []
    assert str(paths.ROOT) in home
    assert here.strip("'") == str(paths.my_work())
    assert "''" not in on_path
    assert here not in on_path

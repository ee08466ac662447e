"""A small server that replies as a language model's does, or as a hostile one would."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = "tiny"
Reply = Callable[["Handler"], None]


def said(level: object, quotation: object, model: str = MODEL) -> bytes:
    """A whole reply of chat/completions around a reading."""
    return chat(json.dumps({"level": level, "quotation": quotation}), model)


def chat(content: object, model: str = MODEL) -> bytes:
    message = {"role": "assistant", "content": content}
    return json.dumps({"model": model, "choices": [{"index": 0, "message": message}]}).encode()


class Handler(BaseHTTPRequestHandler):
    """Keeps what it was sent; answers as `reply` does."""

    server: "Server"

    def do_GET(self) -> None:
        self.send(json.dumps({"data": [{"id": name} for name in self.server.models]}).encode())

    def do_POST(self) -> None:
        self.raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.body = json.loads(self.raw)
        self.server.seen.append(self)
        self.server.reply(self)

    def send(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    @property
    def answer(self) -> str:
        """The learner's answer, read out of the fence again."""
        task = self.body["messages"][1]["content"].splitlines()
        line = next(place for place, one in enumerate(task) if one.startswith("answer-"))
        return json.loads(task[line + 1])

    def log_message(self, *_: object) -> None:
        """Nothing: the tests say what was wrong."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up on a hostile reply is what the tests ask for."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply, self.seen, self.models = reply, [], [MODEL]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving(reply: Reply) -> Iterator[Server]:
    server = Server(reply)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def of_first_words(level: int) -> Reply:
    """An honest reader that gives everybody this level, for the words an answer begins with."""

    def reply(handler: Handler) -> None:
        handler.send(said(level, " ".join(handler.answer.split()[:5]) if level else ""))

    return reply

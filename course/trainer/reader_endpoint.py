"""Asks a second reader over HTTP: bounded in time, in size and in how often, and never led away."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Self

import msgspec

from course.marking.second_prompt import Asked, body
from course.marking.second_reader import Reply, Unanswered
from course.trainer import GradingError
from course.trainer.reader_address import Address

KEY = "COURSE_READER_KEY"
SECONDS = 120.0  # for a whole exchange, however it drips in; a large model on a small machine
MOST_BYTES = 250_000  # of a reply, with all that servers add to it
PAUSE = 2.0  # seconds before the one time it is asked again
_BUSY = 429
_NOT_LET_IN = (401, 403)


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Chat(msgspec.Struct):
    choices: list[_Choice]
    model: str = ""


class _Model(msgspec.Struct):
    id: str


class _Models(msgspec.Struct):
    data: list[_Model]


@dataclass(frozen=True)
class Endpoint:
    """One address. The key is read from the environment and stands nowhere else."""

    address: Address
    _key: str = field(default="", repr=False)

    @classmethod
    def at(cls, address: Address) -> Self:
        """The endpoint with its key, if one is set; GradingError where it must not be sent."""
        key = os.environ.get(KEY, "").strip()
        if not (key.isascii() and key.isprintable()):
            raise GradingError(f"{KEY} holds a sign that no key has; set it again.")
        if key and not address.sealed and not address.here:
            raise GradingError(
                f"{KEY} is set, and http:// would show it to the network; use https://, "
                f"or unset {KEY}."
            )
        return cls(address, key)

    def models(self) -> list[str]:
        """What the endpoint says it serves; Unanswered where it does not say."""
        try:
            found = msgspec.json.decode(self._once("GET", self.address.models), type=_Models)
        except (msgspec.DecodeError, UnicodeError):
            raise Unanswered("no-json") from None
        return [model.id for model in found.data]

    def ask(self, model: str, asked: Asked, text: str) -> Reply:
        """One question about one answer; Unanswered says why there is no reply."""
        sent = msgspec.json.encode(body(model, asked, text))
        try:
            raw = self._once("POST", self.address.chat, sent)
        except Unanswered as first:
            if not first.again:
                raise
            asyncio.run(asyncio.sleep(PAUSE))
            raw = self._once("POST", self.address.chat, sent)
        try:
            chat = msgspec.json.decode(raw, type=_Chat)
        except (msgspec.DecodeError, UnicodeError):
            raise Unanswered("no-json") from None
        content = chat.choices[0].message.content if chat.choices else None
        if content is None:
            raise Unanswered("no-json")
        return Reply(content, chat.model)

    def _once(self, method: str, url: str, sent: bytes | None = None) -> bytes:
        """The body of a reply that says it is one."""
        import httpx

        try:
            # A thread of its own has no loop that runs already, as a notebook's has.
            with ThreadPoolExecutor(1) as alone:
                asked = alone.submit(asyncio.run, self._exchange(method, url, sent))
                status, data = asked.result()
        except TimeoutError:
            raise Unanswered("too-slow") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError):
            raise Unanswered("no-answer", again=True) from None
        if status in _NOT_LET_IN:
            raise Unanswered("not-let-in")
        if 300 <= status < 400:
            raise Unanswered("sent-elsewhere")
        if status != 200:
            raise Unanswered("refused", again=status == _BUSY or status >= 500)
        return data

    async def _exchange(self, method: str, url: str, sent: bytes | None) -> tuple[int, bytes]:
        """One exchange within SECONDS: a limit on each step would let a slow drip go on."""
        import httpx

        # A proxy of the company carries what is sealed; what is not goes to the host named.
        client = httpx.AsyncClient(
            follow_redirects=False, trust_env=self.address.sealed, timeout=None
        )
        async with (
            asyncio.timeout(SECONDS),
            client,
            client.stream(method, url, content=sent, headers=self._headers()) as reply,
        ):
            data = bytearray()
            async for piece in reply.aiter_raw():  # packed, a few bytes could become many
                data += piece
                if len(data) > MOST_BYTES:
                    raise Unanswered("too-long")
            return reply.status_code, bytes(data)

    def _headers(self) -> dict[str, str]:
        plain = {"Accept-Encoding": "identity", "Content-Type": "application/json"}
        return plain | ({"Authorization": f"Bearer {self._key}"} if self._key else {})

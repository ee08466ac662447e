"""Where a second reader is asked: an address that holds no secret, and what to say of its host."""

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Self
from urllib.parse import urlsplit

from course.one_line import one_line
from course.trainer import GradingError

_CHAT = "/chat/completions"
_SCHEMES = ("http", "https")


@dataclass(frozen=True)
class Address:
    """The endpoint's base, up to its version, as `https://host/v1`."""

    base: str
    host: str
    here: bool
    sealed: bool

    @classmethod
    def of(cls, url: str) -> Self:
        """Read what a trainer typed; GradingError where it cannot, or should not, be used."""
        if any(not sign.isprintable() or sign.isspace() for sign in url):
            raise _refused("it holds a space or a sign nobody sees")
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise _refused("it cannot be read") from None
        if "@" in parts.netloc:
            raise _refused("it holds a name or a password; set COURSE_READER_KEY instead")
        if parts.scheme not in _SCHEMES or not host:
            raise _refused("it must begin with http:// or https:// and a host")
        if parts.query or parts.fragment:
            raise _refused("it goes on after the path; leave out what begins with ? or #")
        name = _plain(host)
        whole = f"[{name}]" if ":" in name else name
        place = f"{parts.scheme}://{whole}" + (f":{port}" if port else "")
        path = parts.path.rstrip("/").removesuffix(_CHAT)
        return cls(place + (path or "/v1"), name, _is_here(name), parts.scheme == "https")

    @property
    def chat(self) -> str:
        return self.base + _CHAT

    @property
    def models(self) -> str:
        return f"{self.base}/models"


def _plain(host: str) -> str:
    """As the network knows it: a letter that only looks like another shows itself."""
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise _refused("its host cannot be read") from None


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refused(why: str) -> GradingError:
    """Without the address, which may hold a password."""
    return GradingError(one_line(f"The address of the second reader is refused: {why}.", 300))

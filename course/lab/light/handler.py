"""What every answer of the course's own pages says with it."""

from jupyter_server.base.handlers import JupyterHandler


class Handler(JupyterHandler):
    """Every answer says what a page of ours may do: run its own scripts, reach its own server."""

    @property
    def content_security_policy(self) -> str:
        host = self.request.host  # the server has refused names that are not its own
        rules = {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",  # widths and colours stand in the forms' tags
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": f"'self' ws://{host} wss://{host}",
            "frame-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'self'",
        }
        return "; ".join(f"{rule} {allowed}" for rule, allowed in rules.items())

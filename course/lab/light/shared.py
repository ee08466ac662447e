"""The one kernel of a learner's pages: warm when the server is, and warm again after its death.

It is the same for every page, and nothing here ends it. Each time it begins anew it has a new
run, which no page knows: that is how a page learns that the kernel knows nothing of it.
"""

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_client.asynchronous.client import AsyncKernelClient
    from jupyter_server.services.kernels.kernelmanager import MappingKernelManager

_WARM = "from course import kernel; kernel.begin()"
_PATIENCE = 60  # seconds a tired machine may need to load the course


class SharedKernel:
    """`name` is Jupyter's for it, `run` ours for this life of it."""

    def __init__(self, kernels: "MappingKernelManager") -> None:
        self._kernels = kernels
        self._turn = asyncio.Lock()
        self.name = ""
        self.run = ""

    async def begin(self) -> None:
        """Have it running; a kernel that is there already is left as it is."""
        async with self._turn:
            if self.name in self._kernels:
                return
            self.name = await self._kernels.start_kernel(kernel_name="python3")
            self._kernels.add_restart_callback(self.name, self._again, "restart")
            self._kernels.add_restart_callback(self.name, self._ended, "dead")
            self._warm()

    def _again(self) -> None:
        """It died and was started once more, by the server."""
        self._warm()

    def _ended(self) -> None:
        """It died at each start; the next page that asks begins another one."""
        self.name = ""

    def _warm(self) -> None:
        """What a page asks for meanwhile waits in the kernel's own line, behind this."""
        self.run = secrets.token_hex(8)
        client = self._kernels.get_kernel(self.name).client()
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        client.execute(_WARM, silent=True, store_history=False)
        end = _end(client)  # type: ignore[arg-type]  # the server's kernels are asynchronous
        task = asyncio.ensure_future(end)
        task.add_done_callback(_tell)


async def _end(client: "AsyncKernelClient") -> None:
    try:
        await client.get_shell_msg(timeout=_PATIENCE)
    finally:
        client.stop_channels()


def _tell(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()):
        logging.getLogger(__name__).error("the pages' kernel is not warm", exc_info=error)

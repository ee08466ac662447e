"""How long each lesson takes from its first cell to its last, and what its kernel weighs.

Against a notebook of the same length that only prints: the ratio is what the course costs.
"""

import os
import tempfile
import time

os.environ["COURSE_WORK"] = tempfile.mkdtemp()
os.environ["COURSE_STATE"] = tempfile.mkdtemp()
os.environ["COURSE_STRICT"] = "1"  # charts are drawn before a cell ends, and counted

import nbformat
from jupyter_client.manager import start_new_kernel

from course.paths import NOTEBOOKS

WEIGHT = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def run(sources: list[str]) -> tuple[float, float]:
    """Seconds from the first cell to the last, and the kernel's peak in MB."""
    manager, client = start_new_kernel()
    try:
        start = time.perf_counter()
        for source in sources:
            client.execute_interactive(source, output_hook=lambda _: None, timeout=120)
        seconds = time.perf_counter() - start
        said: list[str] = []
        client.execute_interactive(
            WEIGHT, output_hook=lambda m: said.append(m["content"].get("text", "")), timeout=60
        )
        return seconds, int("".join(said).strip() or 0) / 1024
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main() -> None:
    slowest = heaviest = 0.0
    for path in sorted(NOTEBOOKS.glob("0[1-9]-*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        sources = [cell.source for cell in cells if cell.cell_type == "code"]
        seconds, weight = run(sources)
        print(f"{path.stem}: {seconds:.2f} s, {weight:.0f} MB")
        slowest, heaviest = max(slowest, seconds), max(heaviest, weight)
    plain, bare = run(["print(1)"] * len(sources))
    print(f"slowest_s={slowest:.2f}")
    print(f"heaviest_mb={heaviest:.0f}")
    print(f"bare_kernel_mb={bare:.0f}")
    print(f"ratio={slowest / plain:.1f}")


if __name__ == "__main__":
    main()

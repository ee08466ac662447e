"""How long `import course` takes, beside `import pandas` in the same run; prints key=value.

Each import runs in a fresh interpreter, in turns, so that a busy moment disturbs all alike.
"""

import statistics
import subprocess
import sys

ROUNDS = 9
MODULES = ("course", "course.show", "pandas")
HEAVY = ("pandas", "matplotlib", "nbformat", "nbgrader")
_TIMED = """
import sys, time
start = time.perf_counter()
import {module}
print(time.perf_counter() - start)
print(*[name for name in {heavy} if name in sys.modules], sep=",")
"""


def one_import(module: str) -> tuple[float, str]:
    """Seconds inside the interpreter, and which heavy packages came along."""
    code = _TIMED.format(module=module, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, heavy = done.stdout.splitlines()
    return float(seconds), heavy


def main() -> None:
    for module in MODULES:
        one_import(module)  # reads the files into memory once
    rounds = [{module: one_import(module) for module in MODULES} for _ in range(ROUNDS)]
    middle = {m: statistics.median(r[m][0] for r in rounds) for m in MODULES}
    for module in MODULES:
        print(f"import_{module.replace('.', '_')}_s={middle[module]:.4f}")
    print(f"pandas_over_show={middle['pandas'] / middle['course.show']:.1f}")
    print(f"heavy_with_course={rounds[0]['course'][1] or 'none'}")
    print(f"heavy_with_show={rounds[0]['course.show'][1] or 'none'}")
    print(f"rounds={ROUNDS}")


if __name__ == "__main__":
    main()

"""Starts JupyterLab, a second sooner: `python -m course.serve`, with JupyterLab's options."""

import sys

# jsonschema takes more than a second to load this module, for checks of addresses that
# notebooks do not hold, and does without it where it is not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

if __name__ == "__main__":
    from jupyterlab.labapp import main

    sys.exit(main())

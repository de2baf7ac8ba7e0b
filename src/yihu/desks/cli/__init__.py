"""The ``yihu`` command: every command explains itself with ``--help`` and answers programs with ``--json``.

Exit codes: 0 done; 1 a check failed or nothing was found; 2 the command was used wrongly; 3 some rows were left out
(see the report); 4 an input cannot be used; 5 interrupted. Errors say which file, row and field, and what to do.
"""

from __future__ import annotations

import gc
import sys

USED_WRONGLY, LEFT_OUT, UNUSABLE, INTERRUPTED = 2, 3, 4, 5
STOPPED = 130  # what typer makes of Ctrl-C


def main() -> None:
    """Run the command line; errors meant for people are printed without a traceback."""
    gc.set_threshold(
        20_000, 20, 100
    )  # rules become large trees that stay: looking through them again and again is in vain
    from yihu.desks.cli.app import application
    from yihu.desks.cli.failures import explained

    try:
        code = application()(standalone_mode=False)  # the code of typer.Exit comes back as the result
        if code == STOPPED:
            code = explained(KeyboardInterrupt())
    except (Exception, KeyboardInterrupt) as error:
        code = explained(error)
        if code is None:
            raise
    sys.exit(code if isinstance(code, int) else 0)

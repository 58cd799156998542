"""The command line: thin. It parses, calls one room, and prints."""

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from temoin.errors import TemoinError


def main() -> None:
    """Run ``temoin``: exit status 0 done, 1 verify fails or --strict meets a disagreement, 2 bad use or input."""
    from temoin.errors import TemoinError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(_run())
    except TemoinError as error:
        _refuse(error)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _refuse(error)
    except KeyboardInterrupt:
        sys.exit(130)


def _refuse(error: "TemoinError | OSError") -> NoReturn:
    from temoin.cli.refusals import mendable, print_refusal

    print_refusal(mendable(error))
    sys.exit(2)


def _run() -> int:
    # Bad use is one line on stderr, as bad input is.
    from typer.exceptions import TyperException

    from temoin.cli.app import app
    from temoin.cli.speech import say

    try:
        return int(app(standalone_mode=False) or 0)
    except TyperException as error:
        context = getattr(error, "ctx", None)
        if len(sys.argv) == 1 and context is not None:
            print(context.get_help(), file=sys.stderr)
            return 2
        said = " ".join((error.message or error.format_message()).split()).rstrip(".")
        help_of = context.command_path.replace("python -m temoin", "temoin") if context is not None else "temoin"
        print(say(f"temoin: {said} ; voyez {help_of} --help", f"temoin: {said}; see {help_of} --help"), file=sys.stderr)
        return 2

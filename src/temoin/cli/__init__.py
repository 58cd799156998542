"""The command line: thin. It parses, calls one room, and prints."""

import sys


def main() -> None:
    """Run ``temoin``: exit status 0 done, 1 verify fails or --strict meets a disagreement, 2 bad use or input."""
    from temoin.errors import TemoinError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from temoin.cli.app import app

        app()
    except TemoinError as error:
        from temoin.cli.speech import language

        try:
            message = error.in_(language())
        except TemoinError:
            message = error.in_("en")
        print(f"temoin: {message}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)

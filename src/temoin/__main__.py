"""``python -m temoin``."""

from temoin.cli import main

if __name__ == "__main__":
    main()

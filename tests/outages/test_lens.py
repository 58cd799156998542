"""The lens as a whole: what importing it costs."""

import subprocess
import sys


def test_importing_the_lens_does_not_import_numba() -> None:
    code = "import sys, temoin.outages, temoin.outages.readers; print('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

"""Runs all tests of this folder and counts them in the last line."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]


def main() -> int:
    suite = unittest.defaultTestLoader.discover(str(HERE))
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len({str(getattr(test, "test_case", test)) for test, _ in result.failures + result.errors})
    skipped = len(result.skipped)
    if result.testsRun == 0:
        print("There are no tests.")
        failed = 1
    sys.stderr.flush()
    counts = f"{max(0, result.testsRun - failed - skipped)} passed, {failed} failed"
    print(counts + (f", {skipped} skipped" if skipped else ""))
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())

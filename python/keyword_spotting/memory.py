"""Memory that is kept."""

import ctypes

TRIM_THRESHOLD, TOP_PAD, MMAP_THRESHOLD = -1, -2, -3  # malloc.h


def keep_freed_memory() -> None:
    """Tells glibc to keep what is freed instead of giving it back.

    A step allocates some tens of megabytes in pieces that are freed at once; where the system has to map and clear them each time,
    training takes up to five times as long. Other C libraries are left alone.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    for parameter, value in ((MMAP_THRESHOLD, 1 << 30), (TRIM_THRESHOLD, (1 << 31) - 1), (TOP_PAD, 1 << 26)):
        mallopt(parameter, value)

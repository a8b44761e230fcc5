"""Files that are there as a whole or not at all."""

import os
import secrets
from pathlib import Path
from typing import Union

FilePath = Union[str, "os.PathLike[str]"]


def replace_file(path: FilePath, content: bytes) -> None:
    """Writes a file beside its place and moves it there, so that no reader sees half of it and a failure leaves the old one."""
    target = Path(path)
    temporary = target.with_name(f"{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

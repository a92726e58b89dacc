"""Writing below an output folder: each file whole or not at all; or only looking whether what is there is up to date."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from reportgen.errors import Unreadable


class Output:
    """An output folder. With `check` nothing is written, and `stale` names what is not as it should be."""

    def __init__(self, folder: Path, *, check: bool = False) -> None:
        self.folder, self.check = folder, check
        self.written: list[Path] = []
        self.stale: list[Path] = []

    def put(self, relative: PurePosixPath, data: bytes) -> Path:
        """Puts `data` at `relative`; Unreadable where the folder cannot be written."""
        path = self.folder / relative
        if self.check:
            try:
                same = path.read_bytes() == data
            except OSError:
                same = False
            if not same:
                self.stale.append(path)
        else:
            _write(path, data)
        self.written.append(path)
        return path

    def clear(self, left: Iterable[Path]) -> None:
        """Takes away files that an earlier build wrote and this one has no more."""
        for path in left:
            if self.check:
                self.stale.append(path)
            else:
                path.unlink()


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as f:
                f.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as e:
        raise Unreadable(path, f"cannot be written ({e.strerror})", "choose another folder with --out") from e

"""The ledger: what the files below an output folder were made from, so that only what changed is made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from reportgen.read.own import LEDGER

__all__ = ["LEDGER", "Ledger"]


class Ledger:
    """For each file its stamp and its hash: a file that somebody edited is made again, too."""

    def __init__(self, out: Path, notes: dict[str, list[str]]) -> None:
        self._out, self._notes = out, notes

    @classmethod
    def read(cls, out: Path) -> Ledger:
        """The ledger of an earlier build, empty where there is none that can be read."""
        try:
            notes = json.loads((out / LEDGER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            notes = {}
        return cls(out, {k: v for k, v in notes.items() if isinstance(v, list)} if isinstance(notes, dict) else {})

    def stamp(self, relative: PurePosixPath) -> str | None:
        """The stamp of the file at `relative`, None where it is gone or is not what the build wrote."""
        match self._notes.get(str(relative)):
            case [str(made_from), str(digest)]:
                try:
                    data = (self._out / relative).read_bytes()
                except OSError:
                    return None
                return made_from if hashlib.sha256(data).hexdigest() == digest else None
        return None

    def known(self, stem: PurePosixPath) -> dict[str, str]:
        """The files noted whose names are `stem`, a point and an ending: by ending their stamps."""
        files = [PurePosixPath(name) for name in self._notes if name.startswith(f"{stem}.")]
        return {file.name.removeprefix(f"{stem.name}."): made for file in files if (made := self.stamp(file))}

    def drop(self, relative: PurePosixPath) -> None:
        """Takes away the file at `relative`, which an earlier build wrote and this one does not; one that was edited stays."""
        if self.stamp(relative):
            (self._out / relative).unlink()
        self._notes.pop(str(relative), None)

    def left(self, stem: PurePosixPath, made: Collection[PurePosixPath]) -> list[PurePosixPath]:
        """The files noted whose names are `stem`, a point and an ending, and that are not among `made`."""
        noted = (PurePosixPath(name) for name in sorted(self._notes) if name.startswith(f"{stem}."))
        return [file for file in noted if file not in made]

    def forget(self, files: Iterable[PurePosixPath]) -> None:
        """Takes `files` out of the notes: they are the user's from now on, or gone."""
        for file in files:
            self._notes.pop(str(file), None)

    def note(self, relative: PurePosixPath, made_from: str, data: bytes) -> None:
        self._notes[str(relative)] = [made_from, hashlib.sha256(data).hexdigest()]

    def bytes(self) -> bytes:
        return (json.dumps(self._notes, indent=0, sort_keys=True) + "\n").encode("utf-8")

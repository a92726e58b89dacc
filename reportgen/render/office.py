"""Whose document a brief becomes: the office that signs it, as `reportgen.toml` says, the layout of its kind, and how much it shows.

layout = "party"                      # plain, party or state; --layout goes before it

[office]
parent = "Tỉnh ủy An Hải"             # the organ above
organisation = "Huyện ủy Bình Sen"    # who issues the document
place = "Bình Sen"
date = 2026-02-05                     # left open unless given: no clock is read
number = "-BC/HU"                     # "15-BC/HU", or only what stands behind the number
authority = "T/M Ban Thường vụ"       # in whose name: T/M, K/T, T/L (Party), TM., KT., TL. (State)
post = "Phó Bí thư"
signer = "Nguyễn Văn An"
recipients = ["Thường trực Tỉnh ủy", "Lưu Văn phòng Huyện ủy"]

[limits]                              # of one unit the weightiest so many; all unless given
measures = 5                          # under one theme
metrics = 20
directives = 15
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reportgen.errors import SettingsError
from reportgen.model import UNLIMITED, Limits

LAYOUTS = ("plain", "party", "state")
SETTINGS = Path("reportgen.toml")
"""Where settings are looked for unless another file is named."""


@dataclass(frozen=True, slots=True)
class Office:
    """What an office puts round a brief; an empty string or None is a place left open for the pen."""

    parent: str = ""
    organisation: str = ""
    place: str = ""
    date: dt.date | None = None
    number: str = ""
    authority: str = ""
    post: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a brief is dressed: `name` of the layout, the office, sources as comments (DOCX), for archiving (PDF)."""

    name: str = "plain"
    office: Office = Office()
    comments: bool = False
    archive: bool = False


PLAIN = Layout()


def read_settings(path: Path | None = None) -> tuple[Layout, Limits]:
    """The layout with its office, and the limits, that the settings at `path` ask for; plain and none where there is no such file.

    SettingsError, in one line, where the file does not read or says what is not known.
    """
    if path is None and not SETTINGS.is_file():
        return PLAIN, UNLIMITED
    path = path or SETTINGS
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as e:
        raise SettingsError(f"{path}: cannot be read ({e.strerror}); name another file with --settings") from e
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise SettingsError(
            f"{path}: not readable as TOML ({e}); put words in quotation marks, one setting a line"
        ) from e
    office, limits = said.pop("office", {}), said.pop("limits", {})
    name = said.pop("layout", "plain")
    strange = [*said, *(key for key, table in (("office", office), ("limits", limits)) if not isinstance(table, dict))]
    if strange:
        raise SettingsError(f"{path}: no setting is called {strange[0]!r}; there are layout, [office] and [limits]")
    if name not in LAYOUTS:
        raise SettingsError(f"{path}: no layout is called {name!r}; there are {', '.join(LAYOUTS)}")
    dressed = Layout(name, Office(**{key: _value(path, key, value) for key, value in office.items()}))
    return dressed, Limits(**{key: _limit(path, key, value) for key, value in limits.items()})


def _limit(path: Path, key: str, value: Any) -> int:
    """A limit, checked."""
    known = [field.name for field in fields(Limits)]
    if key not in known:
        raise SettingsError(f"{path}: [limits] has no setting {key!r}; there are {', '.join(known)}")
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(f"{path}: {key} should be a whole number from 1 on; leave it out for no limit")
    return value


def _value(path: Path, key: str, value: Any) -> Any:
    """The value of a setting, checked."""
    known = [field.name for field in fields(Office)]
    if key not in known:
        raise SettingsError(f"{path}: [office] has no setting {key!r}; there are {', '.join(known)}")
    if key == "recipients" and isinstance(value, list) and all(isinstance(x, str) for x in value):
        return tuple(value)
    if key == "date" and isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if key not in {"recipients", "date"} and isinstance(value, str):
        return value
    wanted = {"recipients": 'a list of words: ["…", "…"]', "date": "a day without quotation marks: 2026-02-05"}
    raise SettingsError(f"{path}: {key} should be {wanted.get(key, 'words in quotation marks')}")

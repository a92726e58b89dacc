"""Reading the data tables that ship with the package (TOML files beside the code that uses them)."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from reportgen.errors import TableError


def table(package: str, name: str) -> dict[str, Any]:
    """The TOML table `name` in `package`; TableError where it is missing or malformed."""
    try:
        return tomllib.loads(resources.files(package).joinpath(name).read_text(encoding="utf-8"))
    except (OSError, ModuleNotFoundError, tomllib.TOMLDecodeError) as e:
        raise TableError(f"{package}/{name}: {e}") from e

"""What can go wrong, as one tree.

ReportgenError             one clear line for the user: what, where, what to do
├── UsageError             the command was called wrongly: exit status 2
│   ├── UnknownFormat
│   ├── UnknownLocality
│   ├── UnknownTheme
│   └── SettingsError      reportgen.toml says what is not known
├── InputError             a file was skipped, the others go on: exit status 1
│   ├── Unreadable
│   ├── Empty
│   ├── NoArticles
│   └── Unsupported
├── ProofError             an output that carries no evidence, or none that reads
├── CorrectionError        an entry of a corrections file that makes no sense: it is left out, the others go on
├── TableError             a data table of the package is malformed (a bug, found on load)
├── TemplateError          a template of the user's does not render
└── SetupError             a library or a font is missing on this machine
"""

from __future__ import annotations


class ReportgenError(Exception):
    """Base of everything that is reported to the user as one line."""


class UsageError(ReportgenError):
    """The command was called with words that make no sense together."""


class UnknownFormat(UsageError):
    """An output format that does not exist."""


class UnknownLocality(UsageError):
    """A locality that no article names."""


class UnknownTheme(UsageError):
    """A theme that does not exist."""


class SettingsError(UsageError):
    """Settings that do not read, or that ask for what does not exist."""


class InputError(ReportgenError):
    """A file that cannot be used; the others go on."""

    def __init__(self, path: object, wrong: str, remedy: str) -> None:
        super().__init__(f"{path}: {wrong}; {remedy}")


class Unreadable(InputError):
    """A file that cannot be opened or decoded."""


class Empty(InputError):
    """A file without any words in it."""


class NoArticles(InputError):
    """A folder in which nothing is an article."""


class Unsupported(InputError):
    """A kind of file that is not read."""


class TableError(ReportgenError):
    """A data table of the package that breaks its own rules."""


class TemplateError(ReportgenError):
    """A template that does not render."""


class SetupError(ReportgenError):
    """A library or font that this machine lacks."""


class ProofError(ReportgenError):
    """An output that carries no evidence, or none that reads."""


class CorrectionError(ReportgenError):
    """An entry of a corrections file that makes no sense."""

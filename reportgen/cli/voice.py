"""What the commands say: lines on standard error, words on standard output."""

from __future__ import annotations

import sys

import click


def say(line: str) -> None:
    """One line on standard error; what the terminal cannot show is escaped."""
    click.echo("reportgen: " + " ".join(line.split()), err=True)


def count(number: int, noun: str) -> str:
    """How many, in words for a reader.

    >>> count(1, "brief"), count(3, "brief")
    ('1 brief', '3 briefs')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def out(words: str) -> None:
    """Words on standard output as UTF-8, line ends as they are, whatever the terminal's own encoding."""
    sys.stdout.buffer.write(words.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()

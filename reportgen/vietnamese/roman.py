"""Roman numerals, in which congresses are counted and the parts of a document."""

from __future__ import annotations

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """`number`, from 1 to 89, in Roman numerals.

    >>> roman(12), roman(30), roman(4)
    ('XII', 'XXX', 'IV')
    """
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out

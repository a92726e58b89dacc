"""Old fonts and what a Vietnamese syllable is."""

from __future__ import annotations

import pytest

from reportgen.vietnamese.legacy_fonts import TCVN3, VNI, detect
from reportgen.vietnamese.syllables import is_syllable

LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"


@pytest.mark.parametrize("font", [VNI, TCVN3], ids=lambda f: f.name)
def test_every_letter_has_one_code(font: object) -> None:
    assert font in (VNI, TCVN3)
    read = set(font.codes.values())  # type: ignore[attr-defined]
    assert set(LETTERS) <= read
    capitals = set(LETTERS.upper()) if font is VNI else set("ĂÂĐÊÔƠƯ")
    assert capitals <= read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ñaûng boä thò traán naâng cao chaát löôïng", "VNI"),
        ("§¶ng bé thÞ trÊn n©ng cao chÊt l\u00adîng", "TCVN3"),
        ("Đảng bộ thị trấn nâng cao chất lượng", None),
        ("Nho em hoc, khong dau", None),
        ("Résumé, naïve, à la carte, garçon, Zürich, Málaga", None),
        ("Là, và, hà, cò, mà, tã, xã, rà", None),
    ],
)
def test_detect(text: str, name: str | None) -> None:
    font = detect(text)
    assert (font.name if font else None) == name


SYLLABLES = "nghiêng khuỷu Huyện UỶ quý giếng oăm yêu ƯU thuở gì quốc khuya"
OTHERS = "HĐND xyz löôïng mỗt strong áà Krông cũp"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", OTHERS.split())
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)

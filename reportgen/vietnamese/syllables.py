"""Whether letters can be a Vietnamese syllable, told by its build alone.

syllable = [onset] nucleus [coda], one tone; a coda c, ch, p or t takes only sắc or nặng
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan "
    "oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp "
    "ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut uy "
    "uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươ ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng "
    "yêt yêu ych ym yn ynh yt"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(f"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RIMES.split())})")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """True when `word` (letters alone, either case) is built as a Vietnamese syllable is.

    >>> [is_syllable(w) for w in ("nghiêng", "Huyện", "uỷ", "LÖÔÏNG", "kªs", "một", "mỗt")]
    [True, True, True, False, False, True, False]
    """
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in marks if c in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(c for c in marks if c not in _TONES))
    if not _SYLLABLE.fullmatch(bare):
        return False
    stopped = re.search(r"(?:c|ch|p|t)$", bare) is not None
    return not (stopped and tones and tones[0] not in "\u0301\u0323")

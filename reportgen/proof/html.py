"""The words that a reader sees of an HTML page, piece by piece: a piece for each block, note and cell; and those of its pictures."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = frozenset({"a", "b", "em", "i", "q", "small", "strong", "sub", "sup", "span"})
_UNSEEN = frozenset({"head", "script", "style", "svg", "template", "title"})
_NOTE = "note"
_VOID = frozenset({"br", "col", "hr", "img", "meta", "link", "wbr"})


class _Pieces(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[str] = []
        self._open: list[list[str]] = [[]]
        self._tags: list[tuple[str, bool]] = []  # with True where the element is a piece of its own
        self._unseen = 0
        self.pictures: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag == "img" and (words := dict(attrs).get("alt")):
                self.pictures.append(words)
            self._open[-1].append(" ")
            return
        own = tag not in _INLINE or _NOTE in (dict(attrs).get("class") or "").split()
        self._tags.append((tag, own))
        self._unseen += tag in _UNSEEN
        if own:
            self._open.append([])

    def handle_endtag(self, tag: str) -> None:
        while self._tags and tag not in _VOID:
            opened, own = self._tags.pop()
            self._unseen -= opened in _UNSEEN
            if own:
                self._close()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._open[-1].append(data)

    def _close(self) -> None:
        words = " ".join("".join(self._open.pop()).split())
        if words:
            self.done.append(words)


def pieces(page: str) -> tuple[str, ...]:
    """The pieces of `page`, each where it ends.

    >>> pieces("<title>x</title><p>Mở <b>3</b> lớp<sup>[1]</sup></p><ul><li>Lập tổ</ul>")
    ('Mở 3 lớp[1]', 'Lập tổ')
    """
    return tuple(_read(page).done)


def pictures(page: str) -> tuple[str, ...]:
    """What the pictures of `page` show in words.

    >>> pictures('<p>Biểu đồ 1<p><img alt="năm 2015 5%; năm 2020 3%" src="data:x">')
    ('năm 2015 5%; năm 2020 3%',)
    """
    return tuple(_read(page).pictures)


def _read(page: str) -> _Pieces:
    reader = _Pieces()
    reader.feed(page)
    reader.close()
    while reader._open:
        reader._close()
    return reader

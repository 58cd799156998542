"""Documents of known words, made up and the same at each making: PDFs set by typst and PDFs of any number of pages."""

import zlib
from collections.abc import Iterator
from itertools import chain

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
_LINES, _LEADING, _TOP, _LEFT = 58, 13, 800, 40
_WORDS = (
    "Atlasie, pays fictif : le 5 mars, 450 000 lignes sur 6,5 millions sont tombées vers 10 h 30, dit un observateur "
    "inventé ; 12 % des guichets, 3 banques et 27 écoles de Port-Fictif restaient muets à 18 h 05, et le montant "
    "engagé, 1 234 567,89 euros, ne couvrait que 41 jours sur 365."
).split()


def set_by_typst(text: str, *, language: str = "fr") -> bytes:
    """Return a text as a PDF: a paragraph a line, justified, words broken at the ends of lines as typesetters do.

    Parameters
    ----------
    text : any characters that typst's own faces hold
    language : ISO 639 code, which rules how words are broken
    """
    import typst

    paragraphs = "\n\n".join(f"#{_quoted(line)}" for line in text.split("\n") if line.strip())
    source = f'#set text(lang: "{language}", size: 10pt)\n#set par(justify: true)\n{paragraphs}\n'
    return bytes(typst.compile(source.encode(), ignore_system_fonts=True))


def page_lines(number: int) -> list[str]:
    """Return the lines of a dense page: about 3,000 characters, other words at each number."""
    lines, rank = [], number * 7
    for line in range(_LINES):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < 52:
            words.append(_WORDS[(rank := rank + 1 + number % 3) % len(_WORDS)])
        lines.append(f"{number}.{line + 1} {' '.join(words)}")
    return lines


def dense_pdf(pages: int) -> Iterator[bytes]:
    """Yield the pieces of a PDF of dense pages, in a face that every PDF reader has; nothing is held but places."""
    places: list[int] = []
    at = 0
    kids = b" ".join(b"%d 0 R" % (4 + 2 * rank) for rank in range(pages))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    tree = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, kids)
    yield (piece := b"%PDF-1.7\n")
    at += len(piece)
    for number, body in enumerate(chain((b"<< /Type /Catalog /Pages 2 0 R >>", tree, font), _pages(pages)), 1):
        places.append(at)
        yield (piece := b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(piece)
    yield b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    yield b"".join(b"%010d 00000 n \n" % place for place in places)
    yield b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, at)


def _pages(count: int) -> Iterator[bytes]:
    box = b"[0 0 %d %d]" % (PAGE_WIDTH, PAGE_HEIGHT)
    for rank in range(count):
        held = b"/MediaBox %b /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R" % (box, 5 + 2 * rank)
        yield b"<< /Type /Page /Parent 2 0 R %b >>" % held
        yield _content(rank + 1)


def _content(number: int) -> bytes:
    shown = b"".join(b"(%b) Tj T*\n" % _escaped(line) for line in page_lines(number))
    data = zlib.compress(b"BT /F1 9 Tf %d TL %d %d Td\n%bET" % (_LEADING, _LEFT, _TOP, shown), 1)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(data), data)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _quoted(line: str) -> str:
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'

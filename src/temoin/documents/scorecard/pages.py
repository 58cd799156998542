"""Made-up pages: texts set with typst, drawn, and spoiled as a scanner does; places and parties are fictional."""

import io
import json
from collections.abc import Sequence

import numpy as np
import pypdfium2
import typst
from PIL import Image

NOTICE = """Commune de Valmorte, avis du 14 mars 2031
Le conseil a voté 1 284 500 francs pour la salle des fêtes,
dont 37,5 pour cent versés avant le 30 juin 2031.
La société Lombre et Fils recevra 6 500 000 francs en trois fois.
Le réseau fut coupé à 22 h 45 dans 137 villages du canton,
selon les habitants de la vallée et le maire de la ville."""
ENGLISH_NOTICE = """Notice of the town of Valmorte, 14 March 2031
The council has voted 1,284,500 francs for the hall, and it was said that
the network would be cut at 10:45 pm in 137 villages of the valley."""
RUSSIAN_NOTICE = """Сообщение администрации посёлка Долинный от 14 марта 2031 года
Совет выделил 1 284 500 рублей на ремонт школы и 6 500 000 рублей на дорогу.
Связь была отключена в 22:45 в 137 деревнях, сообщили жители."""
ARABIC_NOTICE = """إعلان بلدية وادي النور بتاريخ 14 مارس 2031
قرر المجلس صرف 1284500 درهم لإصلاح المدرسة
وقطعت الشبكة في 137 قرية حسب السكان"""
CHINESE_NOTICE = """青石县融媒体中心关于采购网络信息监测服务的公告
根据县人民政府2031年3月12日会议精神，现将有关事项公告如下：
一、本项目预算金额为人民币250万元，其中设备费用1,284,500元，
服务费用4540.5万元，培训费用36.75万元，其余由财政统筹安排。
二、中标单位于2031年4月18日前缴纳保证金6,500,000元，
逾期按日加收0.05%的滞纳金。联系电话：0379-65012378。
三、全县共计1,937个行政村，覆盖人口约73.8万人，
年均费用不超过12.06万元。合同编号：LY-2031-00458。
四、各乡镇分配如下：青石镇87万元，白河乡104.2万元，
云岭镇9,800元，龙泉街道3,045,600元，合计金额为506.36万元。"""
RULED_ROWS = (
    ("Lieu", "Voté", "Versé", "Part", "Reste"),
    ("Valmorte", "1 284,5", "450,5", "35,07", "834"),
    ("Lombre", "960,8", "260,2", "27,08", "700,6"),
    ("Bourg-Neuf", "848,3", "45,33", "5,34", "803"),
    ("Grandval", "4 269,9", "542,1", "12,70", "3 727,8"),
    ("Roche", "221,8", "58", "26,15", "163,8"),
    ("La Combe", "563,1", "417,6", "74,16", "145,5"),
)
_SEED = 7


def set_pdf(texts: list[str], *, points: int = 11, own_fonts: bool = True) -> bytes:
    """Return texts set as an A4 PDF, each from a new page, a paragraph a line, no word broken.

    Parameters
    ----------
    points : size of the letters
    own_fonts : only the fonts that typst carries, the same everywhere; those of the machine too where false
    """
    setup = f'#set page(paper: "a4", margin: 2.2cm)\n#set text(size: {points}pt, lang: "fr", hyphenate: false)\n'
    pages = ["\n\n".join(f"#text({json.dumps(line, ensure_ascii=False)})" for line in _lines(text)) for text in texts]
    body = setup + "\n#pagebreak(weak: true)\n".join(pages)
    return bytes(typst.compile(body.encode(), ignore_system_fonts=own_fonts))


def ruled_pdf() -> bytes:
    """Return ``RULED_ROWS`` set as a table of narrow ruled cells under a sentence, as an A4 PDF."""
    cells = ", ".join(f"[{cell}]" for row in RULED_ROWS for cell in row)
    source = (
        '#set page(paper: "a4", margin: 2cm)\n#set text(size: 9pt, lang: "fr", bottom-edge: "descender")\n'
        "Crédits votés par la commune fictive de Valmorte en mars 2031, en milliers de francs, dit son secrétaire.\n\n"
        f"#table(columns: {len(RULED_ROWS[0])}, inset: 1pt, stroke: 1pt, align: right, {cells})"
    )
    return bytes(typst.compile(source.encode(), ignore_system_fonts=True))


def a_page(text: str, *, dpi: int = 200, points: int = 11, own_fonts: bool = True) -> Image.Image:
    """Return the upper half of a text's first page as a grey picture."""
    whole = drawn(set_pdf([text], points=points, own_fonts=own_fonts), dpi)[0]
    return whole.crop((0, 0, whole.width, whole.height // 2))


def drawn(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Return the pages of a PDF as grey pictures."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = [page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    return pictures


def as_scan(pages: list[Image.Image], *, dpi: int, slant: float = 0.0, noise: float = 0.0, quality: int = 95) -> bytes:
    """Return pages as the PDF that a scanner makes of them: pictures only.

    Parameters
    ----------
    slant : degrees by which the sheets lay askew
    noise : standard deviation in grey levels of 255, from a fixed seed
    quality : of the JPEG, 1 to 95
    """
    random = np.random.default_rng(_SEED)
    spoiled = [_spoiled(page, slant, noise, random) for page in pages]
    written = io.BytesIO()
    spoiled[0].save(written, "PDF", save_all=True, append_images=spoiled[1:], resolution=float(dpi), quality=quality)
    return written.getvalue()


def on_a_desk(
    page: Image.Image,
    corners: Sequence[tuple[float, float]],
    *,
    size: tuple[int, int],
    desk: float = 90.0,
) -> Image.Image:
    """Return a page as a telephone sees it on a desk, at a slant, in light that falls off to the right.

    Parameters
    ----------
    corners : of the page in the photo, clockwise from its upper left, in pixels
    size : of the photo
    desk : its grey, 0 to 255, with some grain
    """
    sheet = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, sheet, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    through = tuple(np.linalg.solve(np.array(rows, float), np.array(values, float)).tolist())
    seen, covered = (
        np.asarray(each.transform(size, Image.Transform.PERSPECTIVE, through, Image.Resampling.BICUBIC), np.float32)
        for each in (page.convert("L"), Image.new("L", page.size, 255))
    )
    random = np.random.default_rng(_SEED)
    grain = random.normal(desk, 8, (size[1], size[0]))
    share = covered / 255
    lit = (0.92 * seen * share + grain * (1 - share)) * np.linspace(1.0, 0.8, size[0])
    return Image.fromarray(np.clip(lit + random.normal(0, 4, lit.shape), 0, 255).astype(np.uint8))


def saved(picture: Image.Image, form: str = "PNG") -> bytes:
    """Return a picture as a file."""
    written = io.BytesIO()
    picture.save(written, form)
    return written.getvalue()


def _spoiled(page: Image.Image, slant: float, noise: float, random: np.random.Generator) -> Image.Image:
    turned = page.rotate(slant, Image.Resampling.BICUBIC, expand=True, fillcolor=255) if slant else page
    if not noise:
        return turned
    grains = random.normal(0, noise, (turned.height, turned.width))
    return Image.fromarray(np.clip(np.asarray(turned) + grains, 0, 255).astype(np.uint8))


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]

"""An OpenDocument text gives the words that its pages show, in their order, each once."""

import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.office import odt as reader
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

from ..office_samples import ODF, odt, packed, t


def read(data: bytes):
    return reader.read_odt(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.odt"))


def text_of(body: str, styles: str = "", **more) -> str:
    return read(odt(body, styles, **more)).text


def test_headings_and_paragraphs_stand_in_their_order():
    body = (
        '<text:h text:outline-level="1">Coupure</text:h>' + t("Le <text:span>réseau</text:span>\n  est tombé.") + t("")
    )
    assert text_of(body) == "Coupure\n\nLe réseau est tombé."


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param('a<text:s text:c="3"/>b', "a   b", id="repeated spaces"),
        pytest.param("a <text:s/>b", "a  b", id="one more space"),
        pytest.param("a<text:tab/>b", "a\tb", id="a tab"),
        pytest.param("a<text:line-break/>b", "a\nb", id="a line break"),
        pytest.param('<text:a xlink:href="http://x.example">la page</text:a>', "la page", id="a link"),
        pytest.param('le <text:date text:date-value="2031-03-05">5 mars</text:date>', "le 5 mars", id="a field"),
        pytest.param('10<text:span text:style-name="T1">6</text:span>', "10⁶", id="a power of ten"),
        pytest.param('seen<text:span text:style-name="T2">hidden</text:span>', "seen", id="hidden words"),
        pytest.param(
            "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby>",
            "漢",
            id="ruby",
        ),
    ],
)
def test_what_a_paragraph_holds_is_read_as_the_page_shows_it(inner, text):
    styles = (
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
    )
    assert text_of(t(inner), styles) == text


LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" '
    'text:display-levels="2"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)


def items(*inner: str, style: str = "L1", more: str = "") -> str:
    whole = "".join(f"<text:list-item>{each}</text:list-item>" for each in inner)
    return f'<text:list text:style-name="{style}"{more}>{whole}</text:list>'


def test_lists_have_their_numbers_and_bullets():
    nested = t("b") + "<text:list><text:list-item>" + t("c") + "</text:list-item></text:list>"
    body = (
        items(t("a"), nested)
        + t("x")
        + items(t("d"), style="L2")
        + items(t("e"), more=' text:continue-numbering="true"')
    )
    assert text_of(body, LISTS) == "1. a\n2. b\n2.a) c\n\nx\n\n• d\n3. e"


def test_only_the_first_paragraph_of_an_item_has_its_number():
    assert text_of(items(t("a") + t("b"), t("c")), LISTS) == "1. a\n\nb\n\n2. c"


def test_cells_have_their_places():
    body = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell "
        f'table:number-columns-spanned="2">{t("Région")}</table:table-cell><table:covered-table-cell/><table:table-cell>'
        f"{t('Montant')}</table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell "
        f'table:number-columns-repeated="2"/><table:table-cell>{t("7")}{t("8")}</table:table-cell></table:table-row>'
        "</table:table>"
    )
    document = read(odt(body))
    assert document.text == "Région\tMontant\n\t7\n8"
    found = [tuple(each.values()) for each in document.cells.iter_rows(named=True)]
    assert found == [("1", 1, 1, 0, 6), ("1", 1, 3, 7, 14), ("1", 2, 3, 16, 19)]


def test_notes_comments_and_boxes_stand_apart():
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    body = t(
        f"Perte{note}{t('Selon elle.')}</text:note-body></text:note> de 5<office:annotation>"
        "<dc:creator>Ana</dc:creator>"
        f"<dc:date>2031-03-05T10:00:00</dc:date>{t('Sûr ?')}</office:annotation>"
        f"<draw:frame><draw:text-box>{t('Dans le cadre')}</draw:text-box></draw:frame>"
    ) + t("Suite")
    document = read(odt(body))
    assert document.text == "Perte[1] de 5\n\nDans le cadre\n\nSuite\n\n[1] Selon elle.\n\n[✎ Ana] Sûr ?"
    assert document.parts[0].properties == {"created": "2031-03-05"}


def test_deleted_words_are_left_out_and_counted():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>"
        + t("gone")
        + "</text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + t('Reste<text:change text:change-id="a"/> ici')
    )
    document = read(odt(body))
    assert document.text == "Reste ici"
    assert document.properties["tracked"] == "inserted 1, deleted 1"


def test_sections_and_indexes_are_read_through():
    assert (
        text_of(f"<text:section>{t('a')}<text:section>{t('b')}</text:section></text:section>{t('c')}") == "a\n\nb\n\nc"
    )


def test_headers_footers_and_declarations_come_from_their_files():
    styles = (
        f"<office:document-styles {ODF}><office:master-styles><style:master-page>"
        f"<style:header>{t('Valmora')}</style:header><style:header-left>{t('Valmora')}</style:header-left>"
        f"<style:footer>{t('Page <text:page-number>1</text:page-number>')}</style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    meta = (
        f"<office:document-meta {ODF}><office:meta><dc:title>Avis</dc:title>"
        "<meta:initial-creator>Ana Lom</meta:initial-creator>"
        "<dc:creator>Bo</dc:creator><meta:creation-date>2031-03-05T10:00:00.123456789</meta:creation-date>"
        "<dc:language>fr-FR</dc:language></office:meta></office:document-meta>"
    )
    document = read(odt(t("Corps"), more={"styles.xml": styles, "meta.xml": meta, "Basic/x.xml": "<a/>"}))
    assert document.text == "Valmora\n\nCorps\n\nPage 1"
    assert document.properties == {
        "title": "Avis",
        "author": "Ana Lom",
        "modified_by": "Bo",
        "created": "2031-03-05",
        "language": "fr",
        "macros": "ignored",
    }


def test_a_locked_document_says_so():
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(InputError, match="locked by a password"):
        read(odt(t("x"), more={"META-INF/manifest.xml": manifest}))


def test_another_archive_is_said_not_to_be_one():
    with pytest.raises(InputError, match="this is not an OpenDocument text"):
        read(packed({"a.txt": b"x"}))


def test_an_opendocument_text_is_recognised():
    assert choose_reader(READERS, head_of(io.BytesIO(odt(t("x"))), "a.odt")).kind == "odt"


def test_the_first_heading_and_the_pictures_are_said():
    body = t("Norle") + '<text:h text:outline-level="2">b</text:h><text:h text:outline-level="1">Coupure</text:h>'
    properties = read(odt(body, more={"Pictures/1.png": b"1", "Pictures/2.png": b"2"})).properties
    assert (properties["headline"], properties["pictures"]) == ("Coupure", "2")

"""A Word document gives the words that its pages show, in their order, each once."""

import io

import pytest

from temoin.documents.readers.office import docx as reader
from temoin.documents.readers.zip_kinds import OLE
from temoin.errors import InputError, UnknownKindError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

from ..office_samples import CORE, W_STRICT, W, cell, docx, p, packed, row, run, table, w


def read(data: bytes):
    return reader.read_docx(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.docx"))


def text_of(*body: str, **more) -> str:
    return read(docx(*body, **more)).text


def test_paragraphs_stand_in_their_order_under_each_other():
    assert text_of(p("Coupure à Valmora"), p(), p("Le réseau ", "est tombé.")) == (
        "Coupure à Valmora\n\nLe réseau est tombé."
    )


@pytest.mark.parametrize("space", [W, W_STRICT], ids=["transitional", "strict"])
def test_both_namespaces_are_read(space):
    body = (p("Avant"), table(row(cell(p("a")), cell(p("b")))))
    document = read(docx(*body, space=space))
    assert document.text == "Avant\n\na\tb"
    assert document.cells.height == 2


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="a tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb", id="a line break"),
        pytest.param("<w:r><w:t>net</w:t><w:softHyphen/><w:t>work</w:t></w:r>", "network", id="a soft hyphen"),
        pytest.param("<w:r><w:t>est</w:t><w:noBreakHyphen/><w:t>il</w:t></w:r>", "est‑il", id="a no-break hyphen"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B4"/></w:r>', "×", id="a symbol"),
        pytest.param('<w:hyperlink r:id="rId9"><w:r><w:t>the page</w:t></w:r></w:hyperlink>', "the page", id="a link"),
        pytest.param(run("10") + run("6", '<w:vertAlign w:val="superscript"/>'), "10⁶", id="a power of ten"),
        pytest.param(run("1") + run("er", '<w:vertAlign w:val="superscript"/>'), "1er", id="raised letters"),
        pytest.param(run("seen") + run("hidden", "<w:vanish/>"), "seen", id="hidden words"),
        pytest.param(run("seen", '<w:vanish w:val="0"/>'), "seen", id="words hidden no more"),
        pytest.param(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
            id="a fraction",
        ),
        pytest.param('<w:smartTag w:element="place"><w:r><w:t>Valmora</w:t></w:r></w:smartTag>', "Valmora", id="a tag"),
        pytest.param(
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>5 mars</w:t></w:r></w:sdtContent></w:sdt>",
            "5 mars",
            id="a control",
        ),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>"
            "</w:r>",
            "漢",
            id="a word with its sound",
        ),
    ],
)
def test_what_a_run_holds_is_read_as_the_page_shows_it(inner, text):
    assert text_of(p(inner)) == text


def field(code: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{run(result)}{end}"


def test_a_field_shows_its_result_and_not_its_instruction():
    assert text_of(p(run("Fait le "), field("DATE \\@ d", "5 mars 2031"))) == "Fait le 5 mars 2031"
    assert text_of(p('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>')) == "7"


def test_a_field_inside_the_code_of_another_is_not_shown():
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert text_of(p(begin, field("X", "condition"), separate, run("result"), end)) == "result"


def test_a_field_that_never_ends_hides_no_other_paragraph():
    assert text_of(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), p("seen")) == "seen"


def test_cells_have_their_places_merged_ones_the_first():
    document = read(
        docx(
            p("Avant"),
            table(
                row(cell(p("Région")), cell(p("Montant"), style='<w:gridSpan w:val="2"/>'), cell(p("Note"))),
                row(cell(p("Nord"), style='<w:vMerge w:val="restart"/>'), cell(p("1")), cell(p("2")), cell()),
                row(cell(style="<w:vMerge/>"), cell(p("3"), p("4")), cell(), cell(p("5"))),
            ),
            p("Après"),
        )
    )
    assert document.text == "Avant\n\nRégion\tMontant\tNote\nNord\t1\t2\n\t3\n4\t\t5\n\nAprès"
    places = {
        (each["row"], each["column"]): document.text[each["start"] : each["end"]]
        for each in document.cells.iter_rows(named=True)
    }
    assert places == {
        (1, 1): "Région", (1, 2): "Montant", (1, 4): "Note", (2, 1): "Nord", (2, 2): "1", (2, 3): "2", (3, 2): "3\n4",
        (3, 4): "5",
    }  # fmt: skip
    assert document.chars_of_cell("1", 3, 1) is None


def test_a_table_inside_a_cell_has_a_name_of_its_own():
    document = read(docx(table(row(cell(p("out"), table(row(cell(p("in"))))), cell(p("next"))))))
    assert document.text == "out\nin\tnext"
    assert document.cells["sheet"].to_list() == ["1", "2", "1"]
    assert document.cells_of(4, 5) == [("1", 1, 1), ("2", 1, 1)]


def test_a_row_may_begin_further_right():
    document = read(docx(table(row(cell(p("a")), style='<w:gridBefore w:val="2"/>'))))
    assert document.cells_of(0, 1) == [("1", 1, 3)]


def test_inserted_words_are_read_and_deleted_ones_left_out():
    document = read(
        docx(
            p(
                "Perte de ",
                '<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>',
                f'<w:ins w:id="2">{run("5")}</w:ins>',
            ),
            table(row(cell(p("gone")), style='<w:del w:id="3"/>'), row(cell(p("stays")))),
        )
    )
    assert document.text == "Perte de 5\n\nstays"
    assert document.properties["tracked"] == "inserted 1, deleted 2"


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    assert text_of(p("Le réseau ", style="<w:rPr><w:del w:id='1'/></w:rPr>"), p("tomba.")) == "Le réseau tomba."


def test_a_text_box_is_read_once_after_its_paragraph():
    words = f"<w:txbxContent>{p('In the box')}{table(row(cell(p('7'))))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{words}</wps:txbx></w:drawing>"
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(docx(p(both, "Beside it"), p("After")))
    assert document.text == "Beside it\n\nIn the box\n\n7\n\nAfter"
    assert document.cells.height == 1


def test_notes_are_marked_and_stand_at_the_end():
    notes = w(
        '<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">' + p(" Selon Valmora.") + "</w:footnote>",
        "footnotes",
    )
    ends = w('<w:endnote w:id="2">' + p("Fin.") + "</w:endnote>", "endnotes")
    body = p(
        "Perte de 45",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        " florins",
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
    )
    text = text_of(body, p("Suite"), more={"word/footnotes.xml": notes, "word/endnotes.xml": ends})
    assert text == "Perte de 45[1] florins[i]\n\nSuite\n\n[1] Selon Valmora.\n\n[i] Fin."


def test_headers_and_footers_stand_once_and_page_numbers_never():
    header = w(p("République de Valmora"), "hdr")
    more = {
        "word/header1.xml": header,
        "word/header2.xml": header,
        "word/footer1.xml": w(p("12 rue du Port"), "ftr"),
        "word/footer2.xml": w(p(field("PAGE", "3").replace("PAGE", "")), "ftr"),
    }
    assert text_of(p("Avis"), more=more) == "République de Valmora\n\nAvis\n\n12 rue du Port"


def test_comments_stand_apart_at_the_end_each_a_part():
    comments = w(
        f'<w:comment w:id="0" w:author="Ana Lom" w:date="2031-03-05T10:00:00Z">{p("Sûr ?")}</w:comment>', "comments"
    )
    body = p('<w:commentRangeStart w:id="0"/>', "45 florins", '<w:r><w:commentReference w:id="0"/></w:r>')
    document = read(docx(body, more={"word/comments.xml": comments}))
    assert document.text == "45 florins\n\n[✎ Ana Lom] Sûr ?"
    part = document.parts[0]
    assert (part.kind, part.name, document.text[part.start : part.end]) == ("comment", "Ana Lom", "[✎ Ana Lom] Sûr ?")
    assert part.properties == {"created": "2031-03-05T10:00:00Z"}
    assert document.properties["comments"] == "1"


def test_what_the_file_declares_is_told():
    core = (
        f"{CORE}<dc:title>Avis de coupure</dc:title><dc:creator>Ana Lom</dc:creator><dc:language>fr-FR</dc:language>"
        "<dcterms:created>2031-03-05T09:00:00Z</dcterms:created><dcterms:modified>2031-03-06T09:00:00+01:00</dcterms:modified>"
        "</cp:coreProperties>"
    )
    document = read(docx(p("Avis"), more={"docProps/core.xml": core, "word/vbaProject.bin": b"macro"}))
    assert document.properties == {
        "title": "Avis de coupure",
        "author": "Ana Lom",
        "language": "fr",
        "created": "2031-03-05T09:00:00Z",
        "modified": "2031-03-06T08:00:00Z",
        "macros": "ignored",
    }


def test_an_embedded_file_is_listed_and_stays_shut():
    package = docx(p("Voir"), more={"word/_rels/document.xml.rels": relations_to("package", "embeddings/a.xlsx"),
                                    "word/embeddings/a.xlsx": b"sheet"})  # fmt: skip
    document = read(package)
    assert [(part.name, part.kind, part.start == part.end, len(part.digest)) for part in document.parts] == [
        ("a.xlsx", "embedded", True, 64)
    ]


def relations_to(kind: str, target: str) -> str:
    from ..office_samples import relations

    return relations((kind, target))


def test_external_files_are_not_followed():
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="x/header" Target="http://evil.example/header.xml" TargetMode="External"/><Relationship Id="s" '
        'Type="x/footer" Target="../../../../etc/passwd"/></Relationships>'
    )
    assert text_of(p("Avis"), more={"word/_rels/document.xml.rels": outside}) == "Avis"


def test_a_document_without_words_says_what_to_do():
    with pytest.raises(InputError, match=r"a\.docx: a document without any text; add the picture"):
        read(docx(p()))


def test_another_kind_of_archive_is_said_not_to_be_word():
    with pytest.raises(InputError, match="this is not a Word document"):
        read(packed({"a.txt": b"x"}))
    with pytest.raises(InputError, match="this is not a Word document"):
        read(packed({"word/document.xml": b"<a/>"}))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities of its own", id="entities"),
        pytest.param(b"<w:document", "not well formed", id="cut off"),
        pytest.param(b"<a>" * 5000, "too large or deep", id="deep"),
    ],
)
def test_hostile_xml_is_one_line(xml, said):
    with pytest.raises(InputError, match=said):
        read(packed({"word/document.xml": xml}))


def chosen(data: bytes) -> str:
    from temoin.documents.readers import READERS

    return choose_reader(READERS, head_of(io.BytesIO(data), "a.docx")).kind


def test_a_word_document_is_recognised():
    assert chosen(docx(p("Avis"))) == "docx"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(packed({"a.txt": b"x"}), "a plain ZIP archive; unpack it and add its files", id="a plain archive"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "locked by a password", id="a locked document"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "save it as DOCX", id="an old document"),
    ],
)
def test_a_file_that_is_nearly_one_is_refused_with_what_to_do(data, said):
    with pytest.raises(UnknownKindError, match=said):
        chosen(data)


def test_the_first_paragraph_in_the_style_of_a_headline_is_the_headline():
    styles = w('<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>', "styles")
    body = [p("Norle, le 3 mars"), p("Coupure", style='<w:pStyle w:val="Titre1"/>'), p("Fin", style="")]
    assert read(docx(*body, more={"word/styles.xml": styles})).properties["headline"] == "Coupure"
    assert "headline" not in read(docx(*body)).properties


def test_pictures_are_counted_once_each():
    assert read(docx(p("a"), more={"word/image1.png": b"1", "word/image2.png": b"2"})).properties["pictures"] == "2"
    assert "pictures" not in read(docx(p("a"))).properties

"""Drawings: the same characters each time, colours by variable, ids of their own."""

import re

import pytest

from temoin.dossier.charts import PALETTE, for_page, for_paper, render_svg


def a_spec(**more):
    rows = [{"x": 1, "y": 2}, {"x": 2, "y": 1}]
    encoding = {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
    mark = {"type": "line", "clip": True, "color": PALETTE["accent"]}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding, "width": 60, "height": 30} | more


def test_the_same_specification_gives_the_same_characters_though_vega_counts_its_clip_paths():
    assert render_svg(a_spec()) == render_svg(a_spec())


def test_two_drawings_in_one_page_share_no_id():
    drawn = [for_page(render_svg(a_spec()), prefix, "a line") for prefix in ("a", "b")]
    ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in drawn]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])
    for svg, own in zip(drawn, ids, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= own


def test_eleven_clip_paths_keep_their_own_numbers():
    svg = "".join(f'<clipPath id="clip{rank}"/><g clip-path="url(#clip{rank})"/>' for rank in range(12))
    page = for_page(f'<svg width="1" height="1" viewBox="0 0 1 1">{svg}</svg>', "q", "x")
    assert re.findall(r'id="q(\d+)"', page) == re.findall(r"#q(\d+)\)", page) == [str(rank) for rank in range(12)]


@pytest.mark.parametrize("name", PALETTE)
def test_a_colour_of_the_palette_becomes_a_variable(name):
    svg = f'<svg width="1" height="1" viewBox="0 0 1 1"><path stroke="{PALETTE[name]}"/></svg>'
    assert f'stroke="var(--{name})"' in for_page(svg, "a", "x")


def test_a_drawing_is_one_image_with_its_alternative_and_holds_no_style():
    page = for_page(render_svg(a_spec()), "a", 'a "line" & more')
    assert 'role="img" aria-label="a &quot;line&quot; &amp; more"' in page
    assert page.count("role=") == 1
    assert page.count("aria-") == 1
    assert "style=" not in page


def test_the_background_gives_way_to_the_page_and_to_the_paper():
    svg = render_svg(a_spec(background=PALETTE["paper"]))
    assert f'fill="{PALETTE["paper"]}"' in svg
    assert "--paper" not in for_page(svg, "a", "x")
    assert PALETTE["paper"] not in for_paper(svg)


def test_words_in_a_drawing_are_escaped():
    svg = render_svg(a_spec(title="<script>alert(1)</script>"))
    assert "<script" not in svg
    assert "&lt;script" in svg

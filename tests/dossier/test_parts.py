"""The pieces of a page are plain data: typst reads them as JSON."""

import dataclasses
import json


def test_a_sheet_is_plain_data(sheet):
    told = dataclasses.asdict(sheet)
    assert json.loads(json.dumps(told))["masthead"] == json.loads(json.dumps(told["masthead"]))


def test_a_row_has_a_cell_for_each_head(sheet):
    grids = [sheet.sources, sheet.moments, *sheet.rows]
    grids += [grid for place in sheet.chapters for grid in (place.events, place.picks, *place.evidence) if grid]
    grids += [document.statements for document in sheet.documents if document.statements]
    assert all(len(row.cells) == len(grid.heads) for grid in grids for row in grid.rows)

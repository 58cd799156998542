"""A sheet photographed at a slant: its four sides found where they are clear, and the sheet seen from above."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageFilter

_LOOKED_AT = 400
_LEAST_SHARE, _LEAST_FILLED = 0.2, 0.93
_LEAST_CONTRAST = 35.0
_FEWEST_POINTS = 10
_PARTED = 0.65
_MOST_OFF = 0.012
_LEAST_MARGIN = 2.0
# A sheet whose corners are this near to right angles was taken from above: turning it is enough.
_RIGHT, _MOST_TILTED = 2.0, 40.0
_MOST_PIXELS = 20_000_000


def seen_from_above(picture: Image.Image) -> Image.Image:
    """Return the sheet of a photo as if seen from above; the photo itself where no slanted sheet is clearly in it.

    A sheet is clear where it is much lighter than what it lies on, fills 0.2 of the photo or more, has four straight
    sides wholly inside the photo, and corners that are off the right angle by 2 to 40 degrees.

    Parameters
    ----------
    picture : grey or in colour, upright or not

    References
    ----------
    Otsu 1979, "A threshold selection method from gray-level histograms"; Hartley and Zisserman, "Multiple view
    geometry in computer vision", 4.1, for the transform from four corners
    """
    corners = sheet_corners(picture)
    if corners is None:
        return picture
    top, right, bottom, left = (float(np.hypot(*side)) for side in np.roll(corners, -1, axis=0) - corners)
    width, height = max(top, bottom), max(left, right)
    share = min(1.0, (_MOST_PIXELS / (width * height)) ** 0.5)
    size = max(1, round(width * share)), max(1, round(height * share))
    flat = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], float)
    coefficients = _between(flat, corners)
    return picture.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)


def sheet_corners(picture: Image.Image) -> np.ndarray | None:
    """Return the corners of a sheet photographed at a slant, in pixels, clockwise from the upper left, shape (4, 2).

    None where there is no such sheet, or where it is not clear.
    """
    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    # Words are filled with the paper around them before the paper is looked for.
    grey = np.asarray(small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5)), np.float32)
    light = _lighter(grey)
    if light is None:
        return None
    sheet = _largest(light)
    corners = _quadrilateral(sheet)
    if corners is None or not _is_clear(corners, sheet, grey):
        return None
    scale = np.array([picture.width / small.width, picture.height / small.height])
    placed: np.ndarray = (corners + 0.5) * scale
    return placed


def _lighter(grey: np.ndarray) -> np.ndarray | None:
    counts = np.bincount(grey.astype(np.uint8).ravel(), minlength=256).astype(float)
    levels = np.arange(256)
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * levels)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = (sums[-1] - sums) / above - sums / below
    between = np.nan_to_num(below * above * np.square(apart)) / below[-1] ** 2
    level = int(np.argmax(between))
    if between[level] < _PARTED * grey.var() or apart[level] < _LEAST_CONTRAST:
        return None
    found: np.ndarray = grey > level
    return found


def _largest(light: np.ndarray) -> np.ndarray:
    left = light.copy()
    best = np.zeros_like(light)
    # What is larger than half of what is left cannot be outdone; three tries see to a lamp and a second sheet.
    for _ in range(3):
        [places] = np.nonzero(left.ravel())
        if len(places) <= best.sum():
            break
        part = _grown_from(left, int(places[len(places) // 2]))
        left &= ~part
        if part.sum() > best.sum():
            best = part
    return best


def _grown_from(light: np.ndarray, place: int) -> np.ndarray:
    part = np.zeros_like(light)
    part.ravel()[place] = True
    size = 0
    while (grown := int(part.sum())) > size:
        size = grown
        for lines, ground in ((part, light), (part.T, light.T)):
            for way in (1, -1):
                _sweep(lines[:, ::way], ground[:, ::way])
    return part


def _sweep(part: np.ndarray, ground: np.ndarray) -> None:
    # Along each line, light runs on from what is already of the sheet until it is dark.
    places = np.arange(part.shape[1])
    last_in = np.maximum.accumulate(np.where(part, places, -1), axis=1)
    last_dark = np.maximum.accumulate(np.where(ground, -1, places), axis=1)
    part |= ground & (last_in > last_dark)


def _quadrilateral(sheet: np.ndarray) -> np.ndarray | None:
    down, across = np.nonzero(sheet)
    if len(down) < _LEAST_SHARE * sheet.size:
        return None
    rough = np.array(
        [
            [across[pick], down[pick]]
            for pick in (
                np.argmin(across + down),
                np.argmax(across - down),
                np.argmax(across + down),
                np.argmin(across - down),
            )
        ],
        float,
    )
    edge = np.array(list(_outline(sheet)), float)
    lines = [_line(edge, rough[rank], rough[(rank + 1) % 4], max(sheet.shape)) for rank in range(4)]
    sides = [line for line in lines if line is not None]
    if len(sides) < 4:
        return None
    corners = [_crossing(sides[rank - 1], sides[rank]) for rank in range(4)]
    found = [corner for corner in corners if corner is not None]
    return np.array(found) if len(found) == 4 else None


def _outline(sheet: np.ndarray) -> Iterator[tuple[int, int]]:
    for rank, row in enumerate(sheet):
        [lit] = np.nonzero(row)
        if len(lit):
            yield int(lit[0]), rank
            yield int(lit[-1]), rank
    for rank, column in enumerate(sheet.T):
        [lit] = np.nonzero(column)
        if len(lit):
            yield rank, int(lit[0])
            yield rank, int(lit[-1])


def _line(edge: np.ndarray, start: np.ndarray, end: np.ndarray, size: int) -> tuple[np.ndarray, float] | None:
    along = end - start
    length = float(np.hypot(*along))
    if length < 0.1 * size:
        return None
    unit = along / length
    normal = np.array([-unit[1], unit[0]])
    offset = edge - start
    near = (np.abs(offset @ normal) < 0.05 * length) & (offset @ unit > 0.05 * length) & (offset @ unit < 0.95 * length)
    points = edge[near]
    if len(points) < max(_FEWEST_POINTS, 0.5 * length):
        return None
    middle = np.median(points, axis=0)
    for _ in range(3):
        centre = points.mean(axis=0)
        _, _, axes = np.linalg.svd(points - centre, full_matrices=False)
        normal, middle = axes[1], centre
        off = np.abs((points - centre) @ normal)
        points = points[off <= max(1.0, 2 * float(off.mean()))]
    straight = float(np.abs((edge[near] - middle) @ normal).mean())
    return (normal, float(normal @ middle)) if straight <= _MOST_OFF * size / 2 else None


def _crossing(one: tuple[np.ndarray, float], other: tuple[np.ndarray, float]) -> np.ndarray | None:
    normals = np.array([one[0], other[0]])
    if abs(float(np.linalg.det(normals))) < 0.2:
        return None
    crossing: np.ndarray = np.linalg.solve(normals, np.array([one[1], other[1]]))
    return crossing


def _is_clear(corners: np.ndarray, sheet: np.ndarray, grey: np.ndarray) -> bool:
    height, width = sheet.shape
    inside = (corners >= _LEAST_MARGIN) & (corners <= np.array([width, height]) - 1 - _LEAST_MARGIN)
    if not inside.all():
        return False
    angles = _angles(corners)
    off = np.abs(angles - 90)
    if not _RIGHT < off.max() < _MOST_TILTED:
        return False
    x, y = corners.T
    area = abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2
    filled = float(sheet.sum()) / max(area, 1.0)
    if area < _LEAST_SHARE * sheet.size or not _LEAST_FILLED < filled < 2 - _LEAST_FILLED:
        return False
    return bool(np.median(grey[sheet]) - np.median(grey[~sheet]) >= _LEAST_CONTRAST)


def _angles(corners: np.ndarray) -> np.ndarray:
    before, after = np.roll(corners, 1, axis=0) - corners, np.roll(corners, -1, axis=0) - corners
    cosines = (before * after).sum(axis=1) / (np.hypot(*before.T) * np.hypot(*after.T))
    angles: np.ndarray = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    return angles


def _between(flat: np.ndarray, corners: np.ndarray) -> tuple[float, ...]:
    rows, values = [], []
    for (x, y), (u, v) in zip(flat.tolist(), corners.tolist(), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(values)).tolist())

"""Setting a picture of a page upright: a small slant by its lines, then a right angle by its letters."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from temoin.documents.recognition import tesseract
from temoin.documents.recognition.tesseract import Sight

WIDEST_SLANT = 15.0
"""Slants are looked for up to so many degrees either way."""
_LEAST_SLANT = 0.1
_LOOKED_AT = 1000
_MOST_POINTS = 120_000
_COARSE, _FINE = 0.5, 0.05
_CLEARER = 1.1
_SURE = 2.0
# Turning a long strip would take far more room than the strip.
_MOST_TURNED = 40_000_000
_QUARTERS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


@dataclass(frozen=True, slots=True)
class Upright:
    """A picture set upright, and how it was.

    Parameters
    ----------
    picture : upright, of the mode it came in
    size : width and height it had
    slant : degrees it was turned by, counter-clockwise, before
    turn : degrees it was turned by, clockwise, after: 0, 90, 180 or 270
    sight : what tesseract said of it, once straight; None where it could not tell
    """

    picture: Image.Image
    size: tuple[int, int]
    slant: float
    turn: int
    sight: Sight | None

    def back(self, boxes: np.ndarray) -> np.ndarray:
        """Return boxes of the upright picture as boxes of the picture it came from, shape (n, 4), edges in pixels."""
        corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 4, 2)
        straight = _turned_back(corners, self.picture.size, self.turn)
        width, height = self.picture.size if self.turn in (0, 180) else self.picture.size[::-1]
        angle = np.radians(self.slant)
        across, down = straight[..., 0] - width / 2, straight[..., 1] - height / 2
        x = across * np.cos(angle) - down * np.sin(angle) + self.size[0] / 2
        y = across * np.sin(angle) + down * np.cos(angle) + self.size[1] / 2
        sides = np.stack([x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)], axis=1)
        clipped: np.ndarray = np.clip(sides, 0, np.array([*self.size, *self.size], float))
        return clipped


def set_upright(picture: Image.Image, read: str) -> Upright:
    """Return a picture with its lines level and its letters upright, the same for the same pixels.

    The slant, of 15 degrees at most, is the one that makes the profile of the ink sharpest, along rows or columns:
    a page on its side has lines too. The right angle is what tesseract's script detection says of the straight
    picture; without it, or without enough letters, none.

    Parameters
    ----------
    read : what is read, for messages

    References
    ----------
    Postl 1986, "Detection of linear oblique structures and skew scan in digitized documents", for the slant
    """
    slant = slant_of(picture) if _can_turn(picture.size) else 0.0
    straight = _rotated(picture, slant) if slant else picture
    program = tesseract.installed()
    sight = tesseract.look(program, straight, read) if program is not None else None
    turn = sight.turn if sight is not None and sight.turn_confidence >= _SURE else 0
    upright = straight.transpose(_QUARTERS[turn]) if turn in _QUARTERS else straight
    return Upright(upright, picture.size, slant, turn, sight)


def slant_of(picture: Image.Image) -> float:
    """Return by how many degrees, counter-clockwise, a picture has to be turned for its lines to be level or upright.

    0 where no angle within 15 degrees is clearly better than none.
    """
    points = _ink(picture)
    if len(points[0]) < 200:
        return 0.0
    coarse = np.arange(-WIDEST_SLANT, WIDEST_SLANT + _COARSE / 2, _COARSE)
    best = coarse[int(np.argmax([_sharpness(*points, angle) for angle in coarse]))]
    fine = np.arange(best - _COARSE, best + _COARSE + _FINE / 2, _FINE)
    scores = [_sharpness(*points, angle) for angle in fine]
    found = float(fine[int(np.argmax(scores))])
    is_clear = max(scores) > _CLEARER * _sharpness(*points, 0.0)
    return round(found, 2) if is_clear and abs(found) >= _LEAST_SLANT else 0.0


def _can_turn(size: tuple[int, int]) -> bool:
    angle = np.radians(WIDEST_SLANT)
    width = size[0] * np.cos(angle) + size[1] * np.sin(angle)
    height = size[1] * np.cos(angle) + size[0] * np.sin(angle)
    return bool(width * height <= _MOST_TURNED)


def _ink(picture: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    grey = np.asarray(small, np.float32)
    # Letters are where it is darker than around: shadows of a hand or a fold are not.
    reach = max(3, max(small.size) // 60)
    around = np.asarray(
        Image.fromarray(grey)
        .resize((max(1, small.width // reach), max(1, small.height // reach)), Image.Resampling.BOX)
        .resize(small.size, Image.Resampling.BILINEAR)
    )
    down, across = np.nonzero(grey < around - 20)
    step = max(1, len(down) // _MOST_POINTS + 1)
    return across[::step].astype(np.float32), down[::step].astype(np.float32)


def _sharpness(across: np.ndarray, down: np.ndarray, angle: float) -> float:
    turned = np.radians(angle)
    rows = down * np.cos(turned) - across * np.sin(turned)
    columns = across * np.cos(turned) + down * np.sin(turned)
    return max(_contrast(rows), _contrast(columns))


def _contrast(places: np.ndarray) -> float:
    counts = np.bincount((places - places.min()).astype(np.int64)).astype(float)
    return float(np.square(np.diff(counts)).sum())


def _rotated(picture: Image.Image, slant: float) -> Image.Image:
    paper = tuple(int(value) for value in np.median(np.asarray(picture.resize((64, 64))).reshape(64 * 64, -1), axis=0))
    return picture.rotate(slant, Image.Resampling.BICUBIC, expand=True, fillcolor=paper if len(paper) > 1 else paper[0])


def _turned_back(points: np.ndarray, size: tuple[int, int], turn: int) -> np.ndarray:
    width, height = size
    x, y = points[..., 0], points[..., 1]
    match turn:
        case 90:
            x, y = y, width - x
        case 180:
            x, y = width - x, height - y
        case 270:
            x, y = height - y, x
        case _:
            pass
    return np.stack([x, y], axis=-1)

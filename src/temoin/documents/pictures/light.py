"""Even light: the shade that lies over a photographed page is measured and divided out."""

import numpy as np
from PIL import Image, ImageFilter

_CELLS = 48
_FLAT = 12.0
_DARKEST_PAPER = 40.0


def even_light(picture: Image.Image) -> Image.Image:
    """Return a grey picture whose paper is equally light everywhere; one that is already so comes back as it is.

    The paper is the brightest tenth of each of some 48 cells along the longer side, smoothed; a picture keeps its
    pixels where that varies by less than 12 grey levels of 255, as in any scan.
    """
    size = picture.size
    cell = max(4, max(size) // _CELLS)
    grey = np.asarray(picture)
    rows, columns = -(-size[1] // cell), -(-size[0] // cell)
    padded = np.pad(grey, ((0, rows * cell - size[1]), (0, columns * cell - size[0])), mode="edge")
    step = max(1, cell // 16)
    cells = (
        padded.reshape(rows, cell, columns, cell)[:, ::step, :, ::step].transpose(0, 2, 1, 3).reshape(rows, columns, -1)
    )
    paper = np.percentile(cells, 90, axis=2).astype(np.float32)
    # A cell that is all ink, as under a stamp or a picture, takes the paper of its neighbours.
    smooth = (
        Image.fromarray(paper.astype(np.uint8)).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.GaussianBlur(2))
    )
    if np.ptp(np.asarray(smooth)) < _FLAT:
        return picture
    whole = np.asarray(smooth.resize(size, Image.Resampling.BICUBIC))
    level = np.maximum(whole, _DARKEST_PAPER).astype(np.uint16)
    return Image.fromarray(np.minimum(grey.astype(np.uint16) * 245 // level, 255).astype(np.uint8))

"""Pictures: photographs and drawn pages, upright and straight; a place on a page, outlined."""

from temoin.documents.pictures.outlined import crop_png, page_picture, page_png

__all__ = ["crop_png", "page_picture", "page_png"]

"""Reading what is written in a picture: which engine, which languages, and what each word is worth.

``recogniser.Recogniser`` reads the pages of one document: tesseract, a program of the system, for Latin, Cyrillic,
Arabic and other scripts; RapidOCR, the extra ``ocr``, for Chinese. Where neither can, the error names what to install.
Nothing is corrected afterwards, least of all a digit: what a word is worth is its confidence.
"""

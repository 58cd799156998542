"""Which language pack of tesseract reads a language or a script."""

# ISO 639-1 to the names of tesseract's packs, which are those of ISO 639-2/T where there is only one script.
_PACKS = dict(
    pair.split("=")
    for pair in (
        "af=afr am=amh ar=ara as=asm az=aze be=bel bg=bul bn=ben bo=bod br=bre bs=bos ca=cat cs=ces cy=cym da=dan "
        "de=deu dv=div dz=dzo el=ell en=eng eo=epo es=spa et=est eu=eus fa=fas fi=fin fo=fao fr=fra fy=fry ga=gle "
        "gd=gla gl=glg gu=guj he=heb hi=hin hr=hrv ht=hat hu=hun hy=hye id=ind is=isl it=ita iu=iku ja=jpn jv=jav "
        "ka=kat kk=kaz km=khm kn=kan ko=kor ku=kmr ky=kir la=lat lb=ltz lo=lao lt=lit lv=lav mi=mri mk=mkd ml=mal "
        "mn=mon mr=mar ms=msa mt=mlt my=mya ne=nep nl=nld no=nor nb=nor oc=oci or=ori pa=pan pl=pol ps=pus pt=por "
        "qu=que ro=ron ru=rus sa=san sd=snd si=sin sk=slk sl=slv sq=sqi sr=srp su=sun sv=swe sw=swa ta=tam te=tel "
        "tg=tgk th=tha ti=tir to=ton tr=tur tt=tat ug=uig uk=ukr ur=urd uz=uzb vi=vie yi=yid yo=yor zh=chi_sim"
    ).split()
)
# What OSD calls a script, and the packs that are tried for it, the likeliest first.
_SCRIPTS = {
    "Latin": ("fra", "eng"),
    "Fraktur": ("fra", "eng"),
    "Cyrillic": ("rus", "ukr", "kaz"),
    "Arabic": ("ara", "fas"),
    "Han": ("chi_sim",),
    "Hangul": ("kor",),
    "Korean": ("kor",),
    "Japanese": ("jpn",),
    "Katakana": ("jpn",),
    "Hiragana": ("jpn",),
    "Greek": ("ell",),
    "Hebrew": ("heb",),
    "Devanagari": ("hin",),
    "Bengali": ("ben",),
    "Thai": ("tha",),
    "Myanmar": ("mya",),
    "Georgian": ("kat",),
    "Armenian": ("hye",),
    "Ethiopic": ("amh",),
}
CHINESE = "chi_sim"
"""The pack that stands for Chinese; RapidOCR reads it in tesseract's place."""
TRIED_SCRIPTS = ("Latin", "Cyrillic", "Arabic", "Han")
"""The scripts whose packs are tried, in this order, where the script of a page cannot be seen."""


def pack_of(language: str) -> str | None:
    """Return the pack of an ISO 639-1 language, with or without a region; None for one that no pack is known for.

    Examples
    --------
    >>> pack_of("fr-CI"), pack_of("zh"), pack_of("xx")
    ('fra', 'chi_sim', None)
    """
    return _PACKS.get(language.lower().partition("-")[0].partition("_")[0])


def packs_of_script(script: str) -> tuple[str, ...]:
    """Return the packs tried for a script as OSD names it; none for an unknown one.

    Examples
    --------
    >>> packs_of_script("Cyrillic")[0]
    'rus'
    """
    return _SCRIPTS.get(script, ())

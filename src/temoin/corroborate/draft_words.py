"""What is said of a figure of a draft: the verdict and its reason, and what would settle it, in both languages."""

from collections.abc import Sequence
from typing import Literal

from temoin.evidence import Statement
from temoin.words import Words, one_line, same

VERDICTS = {
    "supported": Words("étayé", "supported"),
    "contradicted": Words("contredit", "contradicted"),
    "restated": Words("révisé depuis", "restated since"),
    "unsupported": Words("non étayé par l’affaire", "unsupported by the case"),
}
_SAID = {
    "supported": Words(
        "Une source de l’affaire donne « {held} » de la même chose.",
        "A source of the case gives “{held}” of the same thing.",
    ),
    "contradicted": Words(
        "Le brouillon dit « {said} » ; la source donne « {held} » de la même chose.",
        "The draft says “{said}”; the source gives “{held}” of the same thing.",
    ),
    "restated": Words(
        "Une source donnait « {before} », mais une source plus récente donne « {held} ».",
        "A source gave “{before}”, but a later one gives “{held}”.",
    ),
    "unsupported": Words(
        "Aucune source de l’affaire ne donne ce chiffre de cette chose.",
        "No source of the case gives this figure of this thing.",
    ),
}
_SEVERAL = Words(
    "Plusieurs énoncés s’en approchent autant : relisez-les tous.", "Several statements are as near: read them all."
)
_UNDATED = Words(
    "La date est relative et le brouillon n’en a pas : dites --published DATE.",
    "The date is relative and the draft has none: say --published DATE.",
)
_LESS_SURE = Words("La source est moins précise que le brouillon.", "The source is less precise than the draft.")
_SUPERLATIVE = {
    "supported": Words(
        "Une source de l’affaire dit le même superlatif presque mot pour mot.",
        "A source of the case says the same superlative nearly word for word.",
    ),
    "unsupported": Words(
        "Aucune source de l’affaire ne dit ce superlatif.", "No source of the case says this superlative."
    ),
}
_SETTLE = {
    "supported": same(""),
    "contradicted": Words(
        "Relire la phrase citée ; corriger le brouillon, ou ajouter à l’affaire la source qui dit « {said} ».",
        "Read the sentence quoted; correct the draft, or add to the case the source that says “{said}”.",
    ),
    "restated": Words(
        "Donner le chiffre le plus récent, ou dire à quelle date valait celui du brouillon.",
        "Give the latest figure, or say as of when the draft’s one held.",
    ),
    "unsupported": Words(
        "Ajouter à l’affaire la source de ce chiffre : temoin add.",
        "Add to the case the source of this figure: temoin add.",
    ),
}
_SHOWN = 160
Verdict = Literal["supported", "contradicted", "restated", "unsupported"]


def verdict_words(verdict: Verdict, said: Statement, held: Sequence[Statement], *, several: bool) -> Words:
    """Return the verdict on a figure and its reason.

    Parameters
    ----------
    said : the figure of the draft
    held : the evidence, the one that decides first; of a restated one, the later before the earlier
    several : others are as near
    """
    parts = [
        _SAID[verdict].filled(said=said.text, held=held[0].text if held else "", before=held[-1].text if held else "")
    ]
    if several:
        parts.append(_SEVERAL)
    if verdict == "supported" and _is_finer(said, held[0]):
        parts.append(_LESS_SURE)
    if verdict == "unsupported" and said.kind in {"date", "datetime"} and said.value is None and said.low is None:
        parts.append(_UNDATED)
    return Words(" ".join(each.fr for each in parts), " ".join(each.en for each in parts))


def like_words(like: Statement, title: str) -> Words:
    """Return why a figure that a source gives too is not supported by it: there it stands for something else."""
    quote = one_line(like.quote)
    quote = f"{quote[:_SHOWN].rstrip()}…" if len(quote) > _SHOWN else quote
    return Words(
        f"Un chiffre semblable vaut pour autre chose\u00a0: «\u00a0{quote}\u00a0» ({title}).",
        f"A figure like it stands for something else: “{quote}” ({title}).",
    )


def superlative_words(verdict: Verdict) -> Words:
    """Return the verdict on a superlative and its reason."""
    return _SUPERLATIVE[verdict]


def ranked_words(ours: Statement, first: Statement, among: int, *, largest: bool) -> tuple[Words, Words]:
    """Return what is said of a computed superlative that holds, and of one that does not.

    Parameters
    ----------
    ours, first : the figure that the draft means, and the one that comes first
    among : how many like figures the source gives
    """
    fr, en = ("grand", "largest") if largest else ("petit", "smallest")
    return (
        Words(
            f"Calculé : « {ours.text} » est le plus {fr} des {among} chiffres semblables que donne la source.",
            f"Computed: “{ours.text}” is the {en} of the {among} like figures that the source gives.",
        ),
        Words(
            f"Calculé : des {among} chiffres semblables que donne la source, le plus {fr} est « {first.text} », et non "
            f"« {ours.text} ».",
            f"Computed: of the {among} like figures that the source gives, the {en} is “{first.text}” and not "
            f"“{ours.text}”.",
        ),
    )


def settle_words(verdict: Verdict, kind: str | None, text: str) -> Words:
    """Return what would settle a figure that the case does not support; nothing for one that it does.

    Parameters
    ----------
    kind : of the figure; None for a superlative
    text : as the draft prints it
    """
    if kind is None and verdict == "unsupported":
        return Words(
            "Ajouter la source qui le dit, ou les chiffres de tous ceux que l’on compare.",
            "Add the source that says it, or the figures of all that are compared.",
        )
    return _SETTLE[verdict].filled(said=text)


def _is_finer(said: Statement, held: Statement) -> bool:
    if said.kind == "date" and said.value and held.value:
        return len(said.value) > len(held.value[:10])
    return False

"""Which characters a letter can print.

Pango takes each character from the first font that has it: the three of the style sheet, then any
other Noto font that is installed. A character that none of them has would be an empty box, in a
letter and in the ears of who has it read aloud.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

EERST = ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansEthiopic-Regular")
# Written down or not, these are never drawn: they steer, join or break.
_ZONDER_BEELD = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_ALTIJD_GEDEKT = {"\u034f", "\ufe0e", "\ufe0f"}

# What no letter may hold: control characters, halves of a character, noncharacters, and the signs
# that turn the direction of the text around them (a date read backwards is another date).
_STOREND = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_REGELEINDE = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")


def schoon(tekst: str) -> str:
    """The text without what steers a machine and not a reader; line ends become one kind."""
    return _STOREND.sub("", _REGELEINDE.sub("\n", tekst))


def ontbrekende_tekens(tekst: str) -> tuple[str, ...]:
    """The characters of this text that no letter font has, each once, in order of the text."""
    gezocht = dict.fromkeys(teken for teken in tekst if not _geldt_altijd(teken))
    over = {ord(teken) for teken in gezocht}
    for pad in _lettertypen():
        if not over:
            return ()
        over -= _tekens_van(pad)
    return tuple(teken for teken in gezocht if ord(teken) in over)


def _geldt_altijd(teken: str) -> bool:
    if " " < teken < "\x7f":
        return True
    return teken in _ALTIJD_GEDEKT or unicodedata.category(teken) in _ZONDER_BEELD


def _lettertypen() -> Iterator[Path]:
    """The fonts of the style sheet first: nearly every text needs no more."""
    bestanden = _bestanden()
    yield from (bestanden[naam] for naam in EERST if naam in bestanden)
    yield from (pad for naam, pad in bestanden.items() if naam not in EERST)


@cache
def _bestanden() -> dict[str, Path]:
    gevonden = sorted(Path(settings.LETTERTYPEN_MAP).glob("Noto*-Regular.ttf"))
    return {pad.stem: pad for pad in gevonden}


@cache
def _tekens_van(pad: Path) -> frozenset[int]:
    # Only who checks a text needs it, and most processes check none.
    from fontTools.ttLib import TTFont

    with TTFont(pad, lazy=True) as lettertype:
        return frozenset(lettertype.getBestCmap() or {})

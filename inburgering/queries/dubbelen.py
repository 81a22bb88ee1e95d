"""Who is probably known already: for many people at once, in a fixed number of questions.

Two records are taken for one person when they share a V-nummer or a BSN, or when their names are
alike and their birth dates can be the same. Different numbers are different people, however alike
the names: so twins and brothers stay apart. Alike means: the same after folding the spellings of
transliteration, in any order, with a name more or less when the birth date is certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from inburgering.datums import OnzekereDatum
from inburgering.models import Persoon
from inburgering.namen import vouw
from inburgering.versleuteling import blinde_index

_KLINKERS = str.maketrans("", "", "aiu")  # folding leaves no other
_KORT, _LANG = 5, 8  # a shorter name must be the same; a longer one may have a slip anywhere


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """What a file says of somebody; numbers as the record keeps them."""

    geboortedatum: OnzekereDatum | None = None
    voornamen: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    v_nummer: str = ""
    bsn: str = ""


@dataclass(frozen=True, kw_only=True)
class Treffer:
    """A person on record, or the `plek` of an earlier candidate. `zeker`: by a number."""

    reden: str
    zeker: bool
    persoon_id: int | None = None
    plek: int | None = None


@dataclass(frozen=True)
class _Mens:
    """Either of the two sides, as they are compared."""

    v_nummer: str
    bsn_index: str
    geboren: OnzekereDatum | None
    sleutel: str
    persoon_id: int | None = None
    plek: int | None = None
    namen: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "namen", tuple(self.sleutel.split()))


def dubbelen(kandidaten: Sequence[Kandidaat]) -> list[Treffer | None]:
    """For each candidate the person on record, else the earlier candidate, that it resembles."""
    mensen = [_als_mens(kandidaat, plek) for plek, kandidaat in enumerate(kandidaten)]
    register = _Register()
    for mens in _bekenden(mensen):
        register.neem_op(mens)
    treffers = []
    for mens in mensen:
        treffers.append(register.zoek(mens))
        register.neem_op(mens)
    return treffers


def _als_mens(kandidaat: Kandidaat, plek: int) -> _Mens:
    naam = f"{kandidaat.achternaam} {kandidaat.voornamen} {kandidaat.voorvoegsel}"
    return _Mens(
        v_nummer=kandidaat.v_nummer,
        bsn_index=blinde_index(kandidaat.bsn) if kandidaat.bsn else "",
        geboren=kandidaat.geboortedatum,
        sleutel=vouw(naam),
        plek=plek,
    )


def _bekenden(mensen: Sequence[_Mens]) -> Iterator[_Mens]:
    """Everybody on record who could be one of these."""
    personen = Persoon.objects.filter(samengevoegd_in=None)
    op_nummer = personen.filter(v_nummer__in={m.v_nummer for m in mensen if m.v_nummer})
    op_bsn = personen.filter(bsn_index__in={m.bsn_index for m in mensen if m.bsn_index})
    jaren = {m.geboren.jaar for m in mensen if m.geboren is not None}
    op_jaar = personen.filter(geboortejaar__in=jaren)
    velden = (
        "pk",
        "v_nummer",
        "bsn_index",
        "zoeksleutel",
        "geboortejaar",
        "geboortemaand",
        "geboortedag",
    )
    gezien: set[int] = set()
    for rijen in (op_nummer, op_bsn, op_jaar):
        for pk, v_nummer, bsn_index, sleutel, jaar, maand, dag in rijen.values_list(*velden):
            if pk not in gezien:
                gezien.add(pk)
                geboren = OnzekereDatum(jaar, maand, dag)
                yield _Mens(v_nummer or "", bsn_index or "", geboren, sleutel, persoon_id=pk)


class _Register:
    """Everybody so far, found by number, and by year of birth with the sound of a name."""

    def __init__(self) -> None:
        self.op_v_nummer: dict[str, _Mens] = {}
        self.op_bsn: dict[str, _Mens] = {}
        self.op_klank: dict[tuple[int, str], list[_Mens]] = defaultdict(list)

    def neem_op(self, mens: _Mens) -> None:
        if mens.v_nummer:
            self.op_v_nummer.setdefault(mens.v_nummer, mens)
        if mens.bsn_index:
            self.op_bsn.setdefault(mens.bsn_index, mens)
        for klank in _klanken(mens):
            self.op_klank[klank].append(mens)

    def zoek(self, mens: _Mens) -> Treffer | None:
        if mens.v_nummer in self.op_v_nummer:
            return _treffer(self.op_v_nummer[mens.v_nummer], "zelfde V-nummer", zeker=True)
        if mens.bsn_index in self.op_bsn:
            return _treffer(self.op_bsn[mens.bsn_index], "zelfde BSN", zeker=True)
        for klank in _klanken(mens):
            for ander in self.op_klank.get(klank, ()):
                if lijken(mens, ander):
                    return _treffer(ander, "naam en geboortedatum lijken op elkaar", zeker=False)
        return None


def _treffer(ander: _Mens, reden: str, *, zeker: bool) -> Treffer:
    return Treffer(reden=reden, zeker=zeker, persoon_id=ander.persoon_id, plek=ander.plek)


def _klanken(mens: _Mens) -> set[tuple[int, str]]:
    if mens.geboren is None:
        return set()
    return {(mens.geboren.jaar, _medeklinkers(naam)[:2]) for naam in mens.namen}


def lijken(een: _Mens, ander: _Mens) -> bool:
    """By name and birth date; who has another number is another person."""
    if _verschilt(een.v_nummer, ander.v_nummer) or _verschilt(een.bsn_index, ander.bsn_index):
        return False
    if een.geboren is None or ander.geboren is None:
        return False
    if not _kan_zelfde_dag_zijn(een.geboren, ander.geboren):
        return False
    return _namen_lijken(een, ander, met_weglaten=een.geboren == ander.geboren and _zegt(een))


def _verschilt(een: str, ander: str) -> bool:
    return bool(een and ander and een != ander)


def _kan_zelfde_dag_zijn(een: OnzekereDatum, ander: OnzekereDatum) -> bool:
    """Equal as far as both are known."""
    return (
        een.jaar == ander.jaar
        and (None in (een.maand, ander.maand) or een.maand == ander.maand)
        and (None in (een.dag, ander.dag) or een.dag == ander.dag)
    )


def _zegt(mens: _Mens) -> bool:
    """A whole date, and not 1 January: that is what is written for a day nobody knows."""
    geboren = mens.geboren
    return (
        geboren is not None and geboren.dag is not None and (geboren.maand, geboren.dag) != (1, 1)
    )


def _namen_lijken(een: _Mens, ander: _Mens, *, met_weglaten: bool) -> bool:
    if "".join(een.namen) == "".join(ander.namen):  # Abd el Rahman, Abdelrahman
        return bool(een.namen)
    kort, lang = sorted((een.namen, ander.namen), key=len)
    if not kort or (len(kort) < len(lang) and not met_weglaten):
        return False
    over = list(lang)
    for naam in kort:
        gelijk = next((kandidaat for kandidaat in over if _naam_lijkt(naam, kandidaat)), None)
        if gelijk is None:
            return False
        over.remove(gelijk)
    return True


def _medeklinkers(naam: str) -> str:
    return naam.translate(_KLINKERS)


def _naam_lijkt(een: str, ander: str) -> bool:
    """The same; or other vowels in a name long enough to tell; or one slip in a long name."""
    if een == ander:
        return True
    kortste = min(len(een), len(ander))
    if kortste < _KORT:
        return False
    verschil = _verschil(een, ander)
    if kortste >= _LANG and verschil == 1:
        return True
    ruimte = 2 if kortste >= _LANG else 1
    return verschil <= ruimte and _medeklinkers(een) == _medeklinkers(ander)


def _verschil(een: str, ander: str) -> int:
    """How many letters to change, add or leave out to make one of the other."""
    vorige = list(range(len(ander) + 1))
    for plek, letter in enumerate(een, start=1):
        rij = [plek]
        for plek2, letter2 in enumerate(ander, start=1):
            vervang = vorige[plek2 - 1] + (letter != letter2)
            rij.append(min(vervang, vorige[plek2] + 1, rij[-1] + 1))
        vorige = rij
    return vorige[-1]

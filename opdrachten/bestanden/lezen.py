"""The one door: what kind of file it is, which row holds the headings, and what stands below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from inburgering.geweigerd import Geweigerd
from opdrachten.bestanden.tekstbestand import lees_tekst
from opdrachten.bestanden.werkmap import lees_werkmap
from opdrachten.vouwen import vouw_kop

MAX_RIJEN = 20_000
ZOEK_KOP_TOT = 20  # titles and dates of a report may stand above the headings
_TEKST = (".csv", ".txt", ".tsv")
_MET_MACRO = (".xlsm", ".xlsb", ".xltm", ".xlam")
_KAN_WEL = "Sla het op als .xlsx of als .csv en kies het opnieuw."

# How many cells of a row are a heading that is asked for
Herken = Callable[[Sequence[str]], int]


@dataclass(frozen=True)
class Gelezen:
    """`rijen` with their number as in the file; `bladen` are the sheets one could choose."""

    koppen: list[str]
    rijen: list[tuple[int, list[str]]]
    bladen: list[str]
    blad: str = ""
    codering: str = ""
    scheiding: str = ""


def lees_bestand(bestandsnaam: str, inhoud: bytes, *, herken: Herken, blad: str = "") -> Gelezen:
    """Raises Geweigerd, on the field `bestand`, for what cannot be read. Nothing is executed."""
    controleer_omvang(len(inhoud))
    extensie = Path(bestandsnaam).suffix.lower()
    try:
        if extensie in _TEKST:
            tekst = lees_tekst(inhoud)
            koppen, rijen = _onder_kop(tekst.rijen, herken)
            return Gelezen(koppen, rijen, [], "", tekst.codering, tekst.scheiding)
        if extensie == ".xlsx":
            werkmap = lees_werkmap(inhoud)
            naam = blad if blad in werkmap else _beste_blad(werkmap, herken)
            koppen, rijen = _onder_kop(werkmap[naam], herken)
            return Gelezen(koppen, rijen, list(werkmap), naam)
    except Geweigerd as fout:
        fout.veld = "bestand"
        raise
    raise Geweigerd(_waarom_niet(extensie), veld="bestand")


def controleer_omvang(bytes_: int) -> None:
    if bytes_ == 0:
        raise Geweigerd("Het bestand is leeg.", veld="bestand")
    if bytes_ > settings.DOCUMENT_MAX_BYTES:
        raise Geweigerd(
            f"Het bestand is groter dan {settings.DOCUMENT_MAX_BYTES // 1024**2} MB. "
            "Verdeel het over meer bestanden.",
            veld="bestand",
        )


def _waarom_niet(extensie: str) -> str:
    if extensie in _MET_MACRO:
        return f"Dit is een werkmap met macro's. Die kan hier niet worden ingelezen. {_KAN_WEL}"
    if extensie == ".xls":
        return f"Dit is een werkmap van een oude versie van Excel. {_KAN_WEL}"
    return f"Dit soort bestand kan hier niet worden ingelezen. {_KAN_WEL}"


def _beste_blad(werkmap: dict[str, list[list[str]]], herken: Herken) -> str:
    """The sheet that has the headings asked for; else the first with anything on it."""
    met_inhoud = [naam for naam, rijen in werkmap.items() if any(map(any, rijen))]
    if not met_inhoud:
        raise Geweigerd("Er staat niets in deze werkmap.")
    return max(
        met_inhoud, key=lambda naam: max(map(herken, werkmap[naam][:ZOEK_KOP_TOT]), default=0)
    )


def _onder_kop(
    rijen: list[list[str]], herken: Herken
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    plek = _kopregel(rijen, herken)
    gevuld = [
        (nummer, rij)
        for nummer, rij in enumerate(rijen[plek + 1 :], start=plek + 2)
        if any(cel.strip() for cel in rij)
    ]
    if not gevuld:
        raise Geweigerd("Er staan geen regels onder de kop van dit bestand.")
    if len(gevuld) > MAX_RIJEN:
        raise Geweigerd(
            f"Dit bestand heeft meer dan {MAX_RIJEN:,} regels. ".replace(",", ".")
            + "Verdeel het over meer bestanden."
        )
    koppen = _koppen(rijen[plek], gevuld)
    return koppen, [(nummer, _op_maat(rij, len(koppen))) for nummer, rij in gevuld]


def _kopregel(rijen: list[list[str]], herken: Herken) -> int:
    """The row with most known headings; when none is known, the first that is wide enough."""
    begin = rijen[:ZOEK_KOP_TOT]
    if not any(map(any, rijen)):
        raise Geweigerd("Er staat niets in dit bestand.")
    bekend = [herken(rij) for rij in begin]
    if max(bekend) > 0:
        return bekend.index(max(bekend))
    breedtes = [sum(bool(cel.strip()) for cel in rij) for rij in begin]
    breed_genoeg = max(max(breedtes) / 2, 1)
    return next((plek for plek, breedte in enumerate(breedtes) if breedte >= breed_genoeg), 0)


def _koppen(rij: list[str], gevuld: list[tuple[int, list[str]]]) -> list[str]:
    """Trimmed, without blank columns at the end; a column with content but no heading is named."""
    koppen = [" ".join(cel.split()) for cel in rij]
    while koppen and not koppen[-1] and not any(_cel(r, len(koppen) - 1) for _n, r in gevuld):
        koppen.pop()
    koppen = [kop or f"kolom {plek} zonder kop" for plek, kop in enumerate(koppen, start=1)]
    dubbel = [k for k, aantal in Counter(map(vouw_kop, koppen)).items() if aantal > 1]
    if dubbel:
        kop = next(kop for kop in koppen if vouw_kop(kop) == dubbel[0])
        raise Geweigerd(
            f"De kolom ‘{kop[:60]}’ komt meer dan één keer voor. Geef elke kolom een eigen naam."
        )
    return koppen


def _cel(rij: list[str], plek: int) -> str:
    return rij[plek].strip() if plek < len(rij) else ""


def _op_maat(rij: list[str], breedte: int) -> list[str]:
    """As wide as the headings; what stands further to the right is kept, to be pointed at."""
    gevuld = rij + [""] * (breedte - len(rij))
    while len(gevuld) > breedte and not gevuld[-1].strip():
        gevuld.pop()
    return gevuld

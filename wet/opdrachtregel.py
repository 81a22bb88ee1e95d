"""`python -m wet`: the rules, one answer, or what a change of law would touch.

python -m wet                                     the rules with what they answer
python -m wet REGEL                               how to ask one
python -m wet REGEL naam=waarde … [--json]        its answer
python -m wet geraakt norm=NAAM vanaf=DATUM [waarde=…] [--json]
python -m wet documentatie                        docs/wet.md
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TextIO

from wet.bronnen import voluit
from wet.datums import zonder_weekdag
from wet.documentatie import documentatie
from wet.geraakt import Gevolg, gevolgen_van_voorbeelden, nieuwe_rij, rust_op
from wet.invoer import Soort, lees
from wet.normen import GeenNorm, Norm
from wet.regels import Parameter, Regel, alle_regels, delen
from wet.uitkomst import OngeldigeInvoer, plat

JSON, HULP = "--json", "--hulp"
GERAAKT, DOCUMENTATIE = _EIGEN_WOORDEN = ("geraakt", "documentatie")
_GEBRUIK = """python -m wet                                alle regels
python -m wet REGEL --hulp                   hoe u een regel vraagt
python -m wet REGEL naam=waarde … [--json]   het antwoord
python -m wet geraakt norm=NAAM vanaf=DATUM [waarde=…] [--json]
                                             wat een wetswijziging raakt
python -m wet documentatie                   docs/wet.md
"""
ONGELDIG = 2
"""Exit status when the question cannot be answered."""


def hoofd(woorden: Sequence[str], *, vandaag: date, uit: TextIO, fout: TextIO) -> int:
    """Answer on `uit`; what is wrong is one Dutch sentence on `fout`. Returns the exit status.

    `vandaag` selects the version of a rule where no day is given.

    Bron: geen; de opdrachtregel van dit systeem.
    """
    try:
        zonder = [woord for woord in woorden if woord not in (JSON, HULP)]
        uit.write(_hulp(zonder) if HULP in woorden else _antwoord(zonder, JSON in woorden, vandaag))
    except (OngeldigeInvoer, GeenNorm) as wat:
        fout.write(f"{wat.args[0]}\n")
        return ONGELDIG
    return 0


def _antwoord(woorden: list[str], als_json: bool, vandaag: date) -> str:
    if not woorden:
        return _lijst(als_json)
    naam, *rest = woorden
    if naam == DOCUMENTATIE:
        return documentatie()
    if naam == GERAAKT:
        return _geraakt(delen(rest), als_json)
    return _een(_regel(naam), rest, als_json, vandaag)


def _regel(naam: str) -> Regel:
    regel = alle_regels().get(naam)
    if regel is None:
        raise OngeldigeInvoer(f"Er is geen regel ‘{naam}’; ‘python -m wet’ noemt ze allemaal.")
    return regel


def _lijst(als_json: bool) -> str:
    regels = alle_regels()
    if als_json:
        return _json({naam: regel.tekst for naam, regel in regels.items()})
    breedte = max(map(len, regels))
    return "".join(f"{naam:<{breedte}}  {regel.tekst}\n" for naam, regel in regels.items())


def _hulp(woorden: list[str]) -> str:
    """How to ask a rule, or how to ask at all."""
    if not woorden or woorden[0] in _EIGEN_WOORDEN:
        return _GEBRUIK
    regel = _regel(woorden[0])
    vragen = "".join(
        f"  {deel.naam}={deel.soort.uitleg}{_mag_weg(deel)}\n" for deel in regel.parameters
    )
    return (
        f"{regel.tekst}\n\n{vragen}\nBron: {regel.bron}\n"
        f"Voorbeeld: python -m wet {regel.naam} {regel.voorbeelden[0]}\n"
    )


def _mag_weg(deel: Parameter) -> str:
    if deel.soort.vandaag:
        return " (mag weg: dan vandaag)"
    return "" if deel.verplicht else " (mag weg)"


def _een(regel: Regel, woorden: list[str], als_json: bool, vandaag: date) -> str:
    antwoord = regel.antwoord(delen(woorden), vandaag=vandaag)
    if als_json:
        return _json(antwoord.als_dict())
    bronnen = "\n".join(f"  {voluit(code)}" for code in antwoord.bron)
    stappen = "\n".join(f"  {nummer}. {stap}" for nummer, stap in enumerate(antwoord.stappen, 1))
    return f"{regel.tekst}\n\n{stappen}\n\nBron:\n{bronnen}\nZekerheid: {antwoord.zekerheid}\n"


def _geraakt(tekst: dict[str, str], als_json: bool) -> str:
    """Which rules rest on a norm, and which of their examples a new row would change."""
    vreemd = set(tekst) - {"norm", "vanaf", "waarde"}
    if vreemd:
        raise OngeldigeInvoer(f"‘geraakt’ kent geen ‘{min(vreemd)}’; wel: norm, vanaf, waarde.")
    for naam in ("norm", "vanaf"):
        if naam not in tekst:
            raise OngeldigeInvoer(f"Bij ‘geraakt’ ontbreekt ‘{naam}’.")
    vanaf: date = lees("vanaf", tekst["vanaf"], Soort(type=date))
    rij = nieuwe_rij(tekst["norm"], vanaf, tekst.get("waarde"))
    regels = rust_op(rij.naam)
    gevolgen = gevolgen_van_voorbeelden(regels, rij)
    if als_json:
        return _json(_geraakt_plat(rij, regels, gevolgen))
    return _geraakt_tekst(rij, regels, gevolgen)


def _geraakt_plat(rij: Norm, regels: Sequence[Regel], gevolgen: Sequence[Gevolg]) -> object:
    return {
        "norm": rij.naam,
        "vanaf": rij.geldig_vanaf,
        "waarde": rij.waarde,
        "regels": [regel.naam for regel in regels],
        "voorbeelden": [
            {
                "regel": deel.regel,
                "vraag": deel.vraag,
                "was": deel.was.uitkomst,
                "wordt": deel.wordt.uitkomst,
            }
            for deel in gevolgen
        ],
    }


def _geraakt_tekst(rij: Norm, regels: Sequence[Regel], gevolgen: Sequence[Gevolg]) -> str:
    kop = f"{rij.naam} wordt {rij}, vanaf {zonder_weekdag(rij.geldig_vanaf)}.\n"
    lijst = "".join(f"  {regel.naam}: {regel.tekst}\n" for regel in regels)
    anders = "".join(
        f"  {deel.regel} {deel.vraag}\n    was: {deel.was.conclusie}\n"
        f"    wordt: {deel.wordt.conclusie}\n"
        for deel in gevolgen
    )
    return (
        f"{kop}\nDeze regels lezen deze norm:\n{lijst or '  geen'}\n"
        f"Voorbeelden die anders uitkomen:\n{anders or '  geen'}\n"
    )


def _json(waarde: object) -> str:
    return f"{json.dumps(plat(waarde), ensure_ascii=False, indent=2)}\n"

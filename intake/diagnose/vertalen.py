"""A file and a mapping together: what is said, about whom, and what nobody knows the meaning of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from inburgering.geweigerd import Geweigerd
from intake.diagnose.koppeling import Feitregel, Koppeling, Tekstregel
from intake.models import FEITEN_PER_ONDERDEEL, OnderdeelSoort, Profiel

_ONDERDEEL_VAN = {feit: soort for soort, feiten in FEITEN_PER_ONDERDEEL.items() for feit in feiten}
_JA_NEE = {"ja": True, "j": True, "true": True, "1": True, "waar": True}
_JA_NEE |= {"nee": False, "n": False, "false": False, "0": False, "onwaar": False}
_DATUMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")
_HOOGSTENS_GENOEMD = 5
_LANG_NUMMER = re.compile(r"\b\d{8,10}\b")


@dataclass(frozen=True, kw_only=True)
class Waarde:
    """One thing the diagnosis says. `feit` is a field of the profile, or "" for words of a part.

    `waarde` is what would be stored, `tekst` what people read, `bron` its name in the file.
    """

    onderdeel: str
    feit: str
    label: str
    waarde: Any
    tekst: str
    bron: str

    def als_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class Vertaling:
    """`wie`: what the file says of the person, by V-nummer, BSN and birth date. `onbekend`: names
    that the mapping does not have, with their texts.
    """

    op: date | None
    wie: Mapping[str, str]
    waarden: Sequence[Waarde]
    onbekend: Sequence[tuple[str, str]]


class _Onleesbaar(ValueError):
    """A value that is not of its kind; the message is one Dutch sentence."""


def vertaal(velden: Mapping[str, str], koppeling: Koppeling) -> Vertaling:
    """Raises Geweigerd with every value that cannot be understood, by its name in the file."""
    op_naam = {naam.casefold(): naam for naam in velden}
    gebruikt: set[str] = set()
    fouten: list[str] = []

    def pak(namen: Sequence[str]) -> tuple[str, str]:
        for naam in namen:
            echt = op_naam.get(naam.casefold())
            if echt is not None:
                gebruikt.add(echt)
                return echt, velden[echt]
        return "", ""

    waarden: list[Waarde] = []
    regels: list[Feitregel | Tekstregel] = [*koppeling.feiten, *koppeling.teksten]
    for regel in regels:
        naam, tekst = pak(regel.bron)
        if not tekst:
            continue
        try:
            waarden.append(_waarde(regel, naam, tekst))
        except _Onleesbaar as fout:
            fouten.append(f"‘{naam[:60]}’: {fout}")
    op = _op(*pak(koppeling.datum), fouten)
    wie = {soort: pak(namen)[1] for soort, namen in koppeling.wie.items()}
    if fouten:
        raise Geweigerd(" ".join(_hooguit(fouten)), veld="bestand")
    onbekend = [
        (naam, _zonder_nummers(tekst)) for naam, tekst in velden.items() if naam not in gebruikt
    ]
    return Vertaling(op=op, wie=wie, waarden=waarden, onbekend=onbekend)


def feit_van(naam: str, waarde: Any, *, bron: str = "") -> Waarde:
    """A fact that is of its own kind already, as somebody typed it in a form."""
    veld = _veld(naam)
    return Waarde(
        onderdeel=_ONDERDEEL_VAN[naam],
        feit=naam,
        label=_hoofdletter(str(veld.verbose_name)),
        waarde=waarde,
        tekst=leesbaar(naam, waarde),
        bron=bron,
    )


def tekst_van(onderdeel: str, kop: str, tekst: str, *, bron: str = "") -> Waarde:
    """Words for a part of the intake."""
    naam = str(OnderdeelSoort(onderdeel).label)
    label = f"{naam}: {kop}" if kop else naam
    return Waarde(onderdeel=onderdeel, feit="", label=label, waarde=tekst, tekst=tekst, bron=bron)


def leesbaar(naam: str, waarde: Any) -> str:
    """A fact of the profile as people read it."""
    if waarde is None or waarde == "":
        return "nog niet bekend"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    keuzes = dict(_veld(naam).flatchoices)
    return str(keuzes.get(waarde, waarde))


def _zonder_nummers(tekst: str) -> str:
    """What nobody asked for may hold somebody's BSN: of such a number only the end is kept."""
    return _LANG_NUMMER.sub(lambda nummer: f"…{nummer[0][-3:]}", tekst)


def _hooguit(fouten: Sequence[str]) -> Iterator[str]:
    yield from fouten[:_HOOGSTENS_GENOEMD]
    if len(fouten) > _HOOGSTENS_GENOEMD:
        yield f"En nog {len(fouten) - _HOOGSTENS_GENOEMD} gegevens."


def _op(naam: str, tekst: str, fouten: list[str]) -> date | None:
    if not tekst:
        return None
    dag = lees_datum(tekst)
    if dag is None:
        fouten.append(f"‘{naam[:60]}’: dit is geen datum.")
    return dag


def lees_datum(tekst: str) -> date | None:
    """The forms in which systems here write a day; a time behind it is left out."""
    kort = tekst.strip().replace("T", " ").split(" ")[0]
    for vorm in _DATUMS:
        try:
            return datetime.strptime(kort, vorm).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _waarde(regel: Feitregel | Tekstregel, naam: str, tekst: str) -> Waarde:
    if isinstance(regel, Tekstregel):
        return tekst_van(regel.naar, regel.kop, tekst, bron=naam)
    vertaald = regel.waarden.get(tekst.casefold(), tekst)
    return feit_van(regel.naar, _van_soort(regel.naar, vertaald), bron=naam)


def _van_soort(feit: str, tekst: str) -> Any:
    veld = _veld(feit)
    if isinstance(veld, models.BooleanField):
        if tekst.casefold() not in _JA_NEE:
            raise _Onleesbaar("verwacht ja of nee.")
        return _JA_NEE[tekst.casefold()]
    if veld.choices:
        return _keuze(dict(veld.flatchoices), tekst)
    try:
        return veld.clean(tekst, None)
    except ValidationError as fout:
        raise _Onleesbaar(
            "verwacht een heel getal."
            if isinstance(veld, models.IntegerField)
            else "deze tekst is te lang."
        ) from fout


def _keuze(keuzes: Mapping[str, Any], tekst: str) -> str:
    for waarde, label in keuzes.items():
        if tekst.casefold() in (waarde.casefold(), str(label).casefold()):
            return waarde
    woorden = ", ".join(str(label) for waarde, label in keuzes.items() if waarde)
    raise _Onleesbaar(f"dit is geen van: {woorden}.")


def _veld(naam: str) -> Any:
    return Profiel._meta.get_field(naam)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]

"""The file for the bank (ISO 20022 pain.001), made by sepaxml; the same lines give the same bytes.

sepaxml numbers a message at random and by the clock. Here the caller gives number and moment, so
that a file made again is the same file, which a bank refuses as already known.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lxml import etree
from sepaxml import SepaTransfer
from text_unidecode import unidecode

from ontzorgen.enums import PainVersie

_VREEMD = re.compile(r"[^a-zA-Z0-9/\-?:().,'+ ]+")
_CENTEN = 100
EUR = "EUR"


class OngeldigBestand(ValueError):
    """The file is not what the scheme of the bank asks; nothing leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgever:
    """Whose account is debited: the municipality."""

    naam: str
    iban: str
    bic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overboeking:
    """One credit transfer. `kenmerk` is the EndToEndId, by which the bank's answer finds it."""

    naam: str
    iban: str
    bic: str
    bedrag: Decimal
    kenmerk: str
    omschrijving: str


def sepa_tekst(tekst: str, lengte: int) -> str:
    """In the characters every bank takes: letters without accents, other scripts in Latin ones."""
    latijn = unidecode(tekst.replace("&", "+"))
    schoon = " ".join(_VREEMD.sub(" ", latijn).split()).lstrip("/")
    while "//" in schoon:
        schoon = schoon.replace("//", "/")
    return schoon[:lengte].strip().rstrip("/")


def maak_bestand(
    overboekingen: Iterable[Overboeking],
    *,
    van: Opdrachtgever,
    op: date,
    bericht: str,
    gemaakt_at: datetime,
    versie: PainVersie,
) -> bytes:
    """The file, held against the scheme. Raises OngeldigBestand.

    `op` is the day the bank pays; `bericht` (at most 35 characters) names file and batch.
    """
    bestand = _Bestand(van, versie=versie, bericht=bericht, gemaakt_at=gemaakt_at)
    for overboeking in overboekingen:
        bestand.add_payment(_als_dict(overboeking, op))
    inhoud: bytes = bestand.export(validate=False)
    keur(inhoud, versie=versie)
    return inhoud


def keur(inhoud: bytes, *, versie: PainVersie) -> None:
    """Hold a file against its XSD. Raises OngeldigBestand, without what stands in the file."""
    boom = etree.fromstring(inhoud, parser=etree.XMLParser(resolve_entities=False, huge_tree=True))
    schema = _schema(versie)
    try:
        schema.assertValid(boom)
    except etree.DocumentInvalid as fout:
        raise OngeldigBestand(type(fout).__name__) from None


class _Bestand(SepaTransfer):
    def __init__(
        self, van: Opdrachtgever, *, versie: PainVersie, bericht: str, gemaakt_at: datetime
    ) -> None:
        self._bericht, self._gemaakt_at = bericht, gemaakt_at
        config = {"name": sepa_tekst(van.naam, 70), "IBAN": van.iban, "currency": EUR}
        if van.bic:
            config["BIC"] = van.bic
        super().__init__({**config, "batch": True}, schema=versie.value, clean=False)

    def _create_header(self) -> None:
        super()._create_header()
        for veld, waarde in (
            ("MsgId", self._bericht),
            ("CreDtTm", f"{self._gemaakt_at:%Y-%m-%dT%H:%M:%S}"),
        ):
            _vul(self._xml.iter(veld), waarde)

    def _finalize_batch(self) -> None:
        super()._finalize_batch()
        _vul(self._xml.iter("PmtInfId"), self._bericht)


def _vul(velden: Iterator[ET.Element], waarde: str) -> None:
    for veld in velden:
        veld.text = waarde


def _als_dict(overboeking: Overboeking, op: date) -> dict[str, Any]:
    velden = {
        "name": sepa_tekst(overboeking.naam, 70),
        "IBAN": overboeking.iban,
        "amount": int(overboeking.bedrag * _CENTEN),
        "execution_date": op,
        "description": sepa_tekst(overboeking.omschrijving, 140),
        "endtoend_id": overboeking.kenmerk,
    }
    return {**velden, "BIC": overboeking.bic} if overboeking.bic else velden


@lru_cache
def _schema(versie: PainVersie) -> etree.XMLSchema:
    return etree.XMLSchema(
        etree.fromstring((files("sepaxml") / "schemas" / f"{versie.value}.xsd").read_bytes())
    )

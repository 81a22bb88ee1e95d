"""The record as it stood in the system at a moment: what was known then, not what is known now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from django.db.models import Model

from inburgering.datums import AMSTERDAM
from inburgering.models import Document, Inburgeraar
from medewerkers.models import Medewerker
from werkplek.queries.historie.delen import alle_bronnen, bronnen_voor
from werkplek.queries.historie.lezen import Regel, stand_op
from werkplek.queries.historie.velden import (
    LEEG,
    Namen,
    getoonde_velden,
    leesbaar,
    naam_van,
    namen_van,
    verwezen,
)
from werkplek.queries.historie.wijzigingen import model_van

_NAMEN = ("titel", "kenmerk", "dossiernummer")
_SOORTEN = ("soort", "nummer")


@dataclass(frozen=True, kw_only=True)
class Toen:
    """One row as it was. `document_id` when it is a file that can still be opened."""

    kop: str
    velden: list[tuple[str, str]]
    document_id: int | None
    gewijzigd_at: datetime


@dataclass(frozen=True)
class Afdeling:
    titel: str
    rijen: list[Toen]


@dataclass(frozen=True, kw_only=True)
class BekendOp:
    at: datetime
    afdelingen: list[Afdeling]


def einde_van(op: date, tijd: time | None) -> datetime:
    """The last moment of that minute, or of that day: what was done in it is known."""
    laatste = time(tijd.hour, tijd.minute, 59, 999999) if tijd else time.max
    return datetime.combine(op, laatste, AMSTERDAM)


def bekend_op(dossier: Inburgeraar, *, at: datetime, voor: Medewerker) -> BekendOp:
    bronnen = bronnen_voor(voor)
    regels = stand_op(bronnen, dossier, at=at) if bronnen else []
    namen = namen_van({paar for r in regels for paar in verwezen(model_van(r), r.nu)})
    bestaand = set(Document.objects.filter(inburgeraar=dossier).values_list("pk", flat=True))
    volgorde = {bron.soort: nummer for nummer, bron in enumerate(alle_bronnen())}
    regels.sort(key=lambda regel: (volgorde[regel.soort], regel.pk))
    return BekendOp(
        at=at,
        afdelingen=[
            Afdeling(_titel(soort), [_toen(regel, namen, bestaand) for regel in groep])
            for soort, groep in groupby(regels, key=model_van)
        ],
    )


def _titel(model: type[Model]) -> str:
    tekst = str(model._meta.verbose_name_plural)
    return tekst[:1].upper() + tekst[1:]


def _toen(regel: Regel, namen: Namen, bestaand: set[int]) -> Toen:
    model = model_van(regel)
    velden = list(getoonde_velden(model))
    kop = next((str(regel.nu[v.name]) for v in velden if v.name in _NAMEN), "")
    getoond = [(naam_van(v), leesbaar(model, v, regel.nu, namen)) for v in velden]
    return Toen(
        kop=kop or _kop(velden, regel, namen, model),
        velden=[(naam, waarde) for naam, waarde in getoond if waarde != LEEG],
        document_id=regel.pk if model is Document and regel.pk in bestaand else None,
        gewijzigd_at=regel.at,
    )


def _kop(velden: Sequence[Any], regel: Regel, namen: Namen, model: type[Model]) -> str:
    """Without a title of its own: its kind, or else what sort of row it is."""
    soort = next((v for v in velden if v.name in _SOORTEN and v.choices), None)
    if soort is not None:
        return leesbaar(model, soort, regel.nu, namen)
    tekst = str(model._meta.verbose_name)
    return tekst[:1].upper() + tekst[1:]

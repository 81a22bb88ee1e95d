"""What a change of law would touch: which rules read a norm, and which answers would differ.

Nothing here changes the register; `stel_dat` only asks. The application asks the same of the terms
that run (`gevolg`), with the inputs that were stored with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from wet.geld import eis_bedrag
from wet.normen import NORMEN, Norm, nieuwste, stel_dat
from wet.regels import Regel, alle_regels, delen
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """One answer before and after: what was asked, and both outcomes."""

    regel: str
    vraag: str
    was: Uitkomst[Any]
    wordt: Uitkomst[Any]

    @property
    def anders(self) -> bool:
        """Whether the outcome itself differs; the sources may differ without it."""
        return self.was.uitkomst != self.wordt.uitkomst


def nieuwe_rij(naam: str, vanaf: date, waarde: str | None = None) -> Norm:
    """The row that a change of law would add: the newest one with another first day and value.

    `waarde` None: the same value. Raises OngeldigeInvoer for a value that is none, GeenNorm for an
    unknown name.

    Bron: geen; een voorstel, geen wet.
    """
    oud = nieuwste(naam)
    return Norm(
        naam=naam,
        waarde=oud.waarde if waarde is None else _waarde(oud, waarde),
        eenheid=oud.eenheid,
        geldig_vanaf=vanaf,
        bron=oud.bron,
        zekerheid=Zekerheid.AFGELEID,
        toelichting="Een voorstel: nog geen wet.",
    )


def _waarde(oud: Norm, tekst: str) -> int | Decimal | str:
    """Of the same kind as the value now; an event is one of the events that this norm knows."""
    try:
        if isinstance(oud.waarde, int):
            if not (tekst.isascii() and tekst.isdigit()):
                raise ValueError(tekst)
            return int(tekst)
        if isinstance(oud.waarde, Decimal):
            return eis_bedrag(oud.naam, Decimal(tekst))
        if tekst not in {rij.waarde for rij in NORMEN[oud.naam]}:
            raise ValueError(tekst)
    except (ValueError, InvalidOperation) as fout:
        raise OngeldigeInvoer(
            f"‘{tekst}’ kan niet de waarde zijn van ‘{oud.naam}’; nu is dat {oud}."
        ) from fout
    return tekst


def rust_op(naam: str) -> tuple[Regel, ...]:
    """The rules whose examples read this norm. An unknown name is a `GeenNorm`.

    Bron: geen; afspraak van dit systeem.
    """
    nieuwste(naam)
    return tuple(regel for regel in alle_regels().values() if naam in regel.normen())


def gevolg(regel: Regel, invoer: Mapping[str, str], rij: Norm) -> Gevolg:
    """The answer to one stored question, as the register is and with one row more.

    Raises OngeldigeInvoer or GeenNorm when the question cannot be answered.

    Bron: geen; om een wetswijziging te bekijken voordat zij ingaat.
    """
    was = regel.antwoord(invoer)
    with stel_dat(rij):
        wordt = regel.antwoord(invoer)
    vraag = " ".join(f"{naam}={waarde}" for naam, waarde in invoer.items())
    return Gevolg(regel=regel.naam, vraag=vraag, was=was, wordt=wordt)


def gevolgen_van_voorbeelden(regels: Iterable[Regel], rij: Norm) -> tuple[Gevolg, ...]:
    """The examples of these rules whose outcome would differ with one row more.

    Bron: geen; om een wetswijziging te bekijken voordat zij ingaat.
    """
    alle = (
        gevolg(regel, delen(voorbeeld.split()), rij)
        for regel in regels
        for voorbeeld in regel.voorbeelden
    )
    return tuple(deel for deel in alle if deel.anders)

"""The tab Brede intake as a whole: how far it is, what is next, and everything that hangs on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.models import Inburgeraar
from intake.models import Onderdeel
from intake.queries.bekend import Bekend, al_bekend
from intake.queries.doelen import Doelen, doelen_van
from intake.queries.intake import Intaketab, Sectie, intaketab, sectie
from intake.queries.oproepen import Oproepen, oproepen_van
from intake.queries.profiel import profiel_van
from intake.queries.zittingen import Zittingen, zittingen_van
from medewerkers.models import Medewerker


@dataclass(frozen=True)
class Kaart:
    """A part of the intake beside what is known of it already."""

    sectie: Sectie
    bekend: Sequence[Bekend]


@dataclass(frozen=True)
class Intakepagina:
    """`volgende` is the first part that is still empty, while the intake runs."""

    tab: Intaketab
    kaarten: Sequence[Kaart]
    volgende: Sectie | None
    zittingen: Zittingen
    mag_plannen: bool
    oproepen: Oproepen
    doelen: Doelen


def intakepagina(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Intakepagina:
    tab = intaketab(dossier)
    bekend: Mapping[str, Sequence[Bekend]] = {}
    if tab.loopt or tab.intake is None:
        bekend = al_bekend(dossier, voor=voor, op=op)
    leeg = [sectie for sectie in tab.secties if not sectie.ingevuld]
    return Intakepagina(
        tab=tab,
        kaarten=[Kaart(sectie, bekend.get(sectie.soort, ())) for sectie in tab.secties],
        volgende=leeg[0] if leeg and tab.loopt else None,
        zittingen=zittingen_van(dossier.pk, op=op),
        mag_plannen=dossier.loopt and (tab.intake is None or tab.loopt),
        oproepen=oproepen_van(dossier, intake=tab.intake, schakel3=tab.schakel3, op=op),
        doelen=doelen_van(dossier.pk),
    )


def onderdeelpagina(
    onderdeel: Onderdeel, dossier: Inburgeraar, *, voor: Medewerker, op: date
) -> dict[str, object]:
    """One part to write in, beside what is known of it."""
    bekend = al_bekend(dossier, voor=voor, op=op)
    return {
        "sectie": sectie(onderdeel, profiel_van(dossier.pk)),
        "intake": onderdeel.intake,
        "bekend": bekend.get(onderdeel.soort, []),
    }

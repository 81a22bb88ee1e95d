"""Which acts a page of a handover offers: to whom, and why not now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse

from inburgering.geweigerd import weigering
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from overdracht.models import OverdrachtStatus
from overdracht.policies import (
    check_beslissen,
    check_bezichtigen,
    check_gesprek_houden,
    check_gesprek_plannen,
    check_gesprek_vervangen,
    check_inschrijven,
    check_intrekken,
    check_toewijzen,
    check_verhuizen,
    check_verwerken,
    check_wijzigen,
    gesprek_gedaan,
)
from overdracht.queries.standen import Stand

_OOV = (Recht.OVERDRACHT_BEHEREN,)
_CONSULENT = (Recht.GESPREK_VASTLEGGEN,)
_BEIDE = _OOV + _CONSULENT

Reden = Callable[[Stand], str]


@dataclass(frozen=True)
class Knop:
    """An act with a page of its own; `post`: one button that does it at once."""

    tekst: str
    url: str
    reden: str
    post: bool = False
    primair: bool = False


@dataclass(frozen=True)
class Handelingen:
    """The acts by part of the page. The first that can be done is the primary one."""

    overdracht: tuple[Knop, ...]
    gesprek: tuple[Knop, ...]
    woning: tuple[Knop, ...]
    beheer: tuple[Knop, ...]


@dataclass(frozen=True)
class _Act:
    tekst: str
    naam: str
    rechten: tuple[Recht, ...]
    reden: Reden
    post: bool = False


_OVERDRACHT = (
    _Act(
        "Verwerken",
        "overdracht-verwerken",
        _OOV,
        lambda s: weigering(check_verwerken, s.overdracht),
        post=True,
    ),
)
_GESPREK = (
    _Act(
        "Verslag vastleggen",
        "gesprek-houden",
        _CONSULENT,
        lambda s: weigering(check_gesprek_houden, s.overdracht, s.gesprek),
    ),
    _Act(
        "Gesprek plannen",
        "gesprek-plannen",
        _CONSULENT,
        lambda s: weigering(check_gesprek_plannen, s.overdracht, s.gesprek),
    ),
    _Act(
        "Gesprek vervangen",
        "gesprek-vervangen",
        _CONSULENT,
        lambda s: weigering(check_gesprek_vervangen, s.overdracht, s.gesprek),
    ),
)
_WONING = (
    _Act(
        "Woning toewijzen",
        "woning-toewijzen",
        _OOV,
        lambda s: weigering(check_toewijzen, s.overdracht, s.woning),
    ),
    _Act(
        "Bezichtiging vastleggen",
        "woning-bezichtigen",
        _CONSULENT,
        lambda s: weigering(check_bezichtigen, s.overdracht, s.woning),
    ),
    _Act(
        "Accepteren",
        "woning-accepteren",
        _BEIDE,
        lambda s: weigering(check_beslissen, s.overdracht, s.woning),
    ),
    _Act(
        "Weigeren",
        "woning-weigeren",
        _BEIDE,
        lambda s: weigering(check_beslissen, s.overdracht, s.woning),
    ),
    _Act(
        "Verhuizing vastleggen",
        "overdracht-verhuizen",
        _OOV,
        lambda s: weigering(check_verhuizen, s.overdracht, s.woning),
    ),
)
_INSCHRIJVEN = _Act(
    "Inschrijving BRP vastleggen",
    "overdracht-inschrijven",
    _CONSULENT,
    lambda s: weigering(check_inschrijven, s.overdracht, s.woning),
)
_CORRIGEREN = replace(_INSCHRIJVEN, tekst="Inschrijving corrigeren")
_BEHEER = (
    _Act(
        "Gegevens wijzigen",
        "overdracht-wijzigen",
        _OOV,
        lambda s: weigering(check_wijzigen, s.overdracht),
    ),
    _Act(
        "Overdracht intrekken",
        "overdracht-intrekken",
        _OOV,
        lambda s: weigering(check_intrekken, s.overdracht, s.woning),
    ),
)


def handelingen(stand: Stand, *, voor: Medewerker) -> Handelingen:
    ontvangen = stand.overdracht.status == OverdrachtStatus.ONTVANGEN
    beheer = _mogelijk(_BEHEER, stand, voor)
    if stand.verhuisd and stand.ingeschreven:
        beheer = (*_mogelijk((_CORRIGEREN,), stand, voor), *beheer)
    groepen = [
        _mogelijk(_OVERDRACHT, stand, voor),
        () if gesprek_gedaan(stand.gesprek) else _of_waarom_niet(_GESPREK, stand, voor),
        _of_waarom_niet(_woningacts(stand), stand, voor),
    ]
    overdracht, gesprek, woning = _met_een_primaire(groepen)
    if ontvangen and overdracht:
        gesprek = woning = ()
    return Handelingen(overdracht=overdracht, gesprek=gesprek, woning=woning, beheer=beheer)


def _woningacts(stand: Stand) -> tuple[_Act, ...]:
    if stand.verhuisd:
        return () if stand.ingeschreven else (_INSCHRIJVEN,)
    return _WONING


def _mogelijk(acts: tuple[_Act, ...], stand: Stand, voor: Medewerker) -> tuple[Knop, ...]:
    return tuple(knop for knop in _knoppen(acts, stand, voor) if not knop.reden)


def _of_waarom_niet(acts: tuple[_Act, ...], stand: Stand, voor: Medewerker) -> tuple[Knop, ...]:
    """What can be done; when nothing can, the first act with its reason."""
    knoppen = _knoppen(acts, stand, voor)
    kan = tuple(knop for knop in knoppen if not knop.reden)
    return kan or knoppen[:1]


def _knoppen(acts: tuple[_Act, ...], stand: Stand, voor: Medewerker) -> tuple[Knop, ...]:
    return tuple(
        Knop(
            tekst=act.tekst,
            url=reverse(act.naam, args=[stand.overdracht.pk]),
            reden=act.reden(stand),
            post=act.post,
        )
        for act in acts
        if any(voor.heeft(recht) for recht in act.rechten)
    )


def _met_een_primaire(groepen: list[tuple[Knop, ...]]) -> list[tuple[Knop, ...]]:
    eerste = next((knop for groep in groepen for knop in groep if not knop.reden), None)
    return [
        tuple(replace(knop, primair=True) if knop is eerste else knop for knop in groep)
        for groep in groepen
    ]

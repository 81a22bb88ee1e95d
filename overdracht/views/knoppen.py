"""Which acts a page of a handover offers: to whom, and why not now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from inburgering.geweigerd import weigering
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from overdracht.models import HuisvestingStatus, OverdrachtSoort, OverdrachtStatus
from overdracht.policies.leden import check_gezin_wijzigen, check_splitsen
from overdracht.policies.overdracht import (
    check_afronden,
    check_begeleiding,
    check_gesprek_houden,
    check_gesprek_plannen,
    check_gesprek_vervangen,
    check_intrekken,
    check_verwerken,
    check_wijzigen,
    gesprek_gedaan,
    gesprek_gepland,
)
from overdracht.policies.woning import (
    check_beslissen,
    check_bezichtigen,
    check_inschrijven,
    check_intrekken_woning,
    check_toewijzen,
    check_verhuizen,
)
from overdracht.queries.standen import Stand

_OOV = (Recht.OVERDRACHT_BEHEREN,)
_CONSULENT = (Recht.GESPREK_VASTLEGGEN,)
_BEIDE = _OOV + _CONSULENT

Reden = Callable[[Stand, date], str]


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
    """The acts by part of the page. The first part whose first act can be done has the primary."""

    overdracht: tuple[Knop, ...]
    gesprek: tuple[Knop, ...]
    woning: tuple[Knop, ...]
    gezin: tuple[Knop, ...]
    begeleiding: tuple[Knop, ...]
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
        lambda s, _: weigering(check_verwerken, s.overdracht),
        post=True,
    ),
)
_GESPREK = (
    _Act(
        "Verslag vastleggen",
        "gesprek-houden",
        _CONSULENT,
        lambda s, op: weigering(check_gesprek_houden, s.overdracht, s.gesprek, vandaag=op),
    ),
    _Act(
        "Gesprek plannen",
        "gesprek-plannen",
        _CONSULENT,
        lambda s, _: weigering(check_gesprek_plannen, s.overdracht, s.gesprek),
    ),
    _Act(
        "Gesprek vervangen",
        "gesprek-vervangen",
        _CONSULENT,
        lambda s, _: weigering(check_gesprek_vervangen, s.overdracht, s.gesprek),
    ),
)
_WONING = (
    _Act(
        "Woning kiezen",
        "woning-kiezen",
        _OOV,
        lambda s, _: weigering(check_toewijzen, s.overdracht, s.woning),
    ),
    _Act(
        "Bij de familie gaan wonen",
        "woning-bij-referent",
        _OOV,
        lambda s, _: _alleen_nareis(s) or weigering(check_toewijzen, s.overdracht, s.woning),
    ),
    _Act(
        "Bezichtiging vastleggen",
        "woning-bezichtigen",
        _CONSULENT,
        lambda s, _: weigering(check_bezichtigen, s.overdracht, s.woning),
    ),
    _Act(
        "Accepteren",
        "woning-accepteren",
        _BEIDE,
        lambda s, _: weigering(check_beslissen, s.overdracht, s.woning),
    ),
    _Act(
        "Weigeren",
        "woning-weigeren",
        _BEIDE,
        lambda s, _: weigering(check_beslissen, s.overdracht, s.woning),
    ),
    _Act(
        "Verhuizing vastleggen",
        "overdracht-verhuizen",
        _OOV,
        lambda s, _: weigering(check_verhuizen, s.overdracht, s.woning),
    ),
    _Act(
        "Woning gaat niet door",
        "woning-intrekken",
        _OOV,
        lambda s, _: (
            weigering(check_intrekken_woning, s.overdracht, s.woning) or _nog_te_beslissen(s)
        ),
    ),
)
_INSCHRIJVEN = _Act(
    "Inschrijving BRP vastleggen",
    "overdracht-inschrijven",
    _CONSULENT,
    lambda s, _: weigering(check_inschrijven, s.overdracht, s.bewoond),
)
_AFRONDEN = _Act(
    "Overdracht afronden",
    "overdracht-afronden",
    _BEIDE,
    lambda s, _: weigering(
        check_afronden, s.overdracht, gesprek=s.gesprek, ingeschreven=s.verhuisd and s.ingeschreven
    ),
    post=True,
)
_CORRIGEREN = replace(_INSCHRIJVEN, tekst="Inschrijving corrigeren")
_BEHEER = (
    _Act(
        "Gegevens wijzigen",
        "overdracht-wijzigen",
        _OOV,
        lambda s, _: weigering(check_wijzigen, s.overdracht),
    ),
    _Act(
        "Overdracht intrekken",
        "overdracht-intrekken",
        _OOV,
        lambda s, _: weigering(check_intrekken, s.overdracht, s.bewoond),
    ),
)
_GEZIN = (
    _Act(
        "Persoon toevoegen",
        "overdracht-lid-erbij",
        _OOV,
        lambda s, _: weigering(check_gezin_wijzigen, s.overdracht),
    ),
    _Act(
        "Gezin splitsen",
        "overdracht-splitsen",
        _OOV,
        lambda s, _: (
            ("" if len(s.leden) > 1 else "Er is maar één persoon.")
            or weigering(check_splitsen, s.overdracht, s.woning, s.bewoond)
        ),
    ),
)
_BEGELEIDING = (
    _Act(
        "Aanmelden bij de partner",
        "overdracht-begeleiding",
        _BEIDE,
        lambda s, _: weigering(check_begeleiding, s.overdracht),
    ),
)


def _alleen_nareis(stand: Stand) -> str:
    nareis = stand.overdracht.soort == OverdrachtSoort.NAREIS
    return "" if nareis else "Alleen bij nareis."


def _nog_te_beslissen(stand: Stand) -> str:
    """Until it is accepted, refusing is the act for this."""
    beslist = stand.woning.status == HuisvestingStatus.GEACCEPTEERD
    return "" if beslist else "Leg vast dat de woning is geweigerd."


def handelingen(stand: Stand, *, voor: Medewerker, op: date) -> Handelingen:
    ontvangen = stand.overdracht.status == OverdrachtStatus.ONTVANGEN
    beheer = _mogelijk(_BEHEER, stand, voor, op)
    if stand.bewoond and stand.ingeschreven:
        beheer = (*_mogelijk((_CORRIGEREN,), stand, voor, op), *beheer)
    groepen = [
        _mogelijk(_OVERDRACHT, stand, voor, op),
        _gesprek(stand, voor, op),
        _of_waarom_niet(_woningacts(stand), stand, voor, op),
    ]
    overdracht, gesprek, woning = _met_een_primaire(groepen)
    if ontvangen and overdracht:
        gesprek = woning = ()
    return Handelingen(
        overdracht=overdracht,
        gesprek=gesprek,
        woning=woning,
        gezin=_mogelijk(_GEZIN, stand, voor, op),
        begeleiding=() if ontvangen else _mogelijk(_BEGELEIDING, stand, voor, op),
        beheer=beheer,
    )


def _gesprek(stand: Stand, voor: Medewerker, op: date) -> tuple[Knop, ...]:
    """While the talk is still to come, its report stands there with the day it can be made."""
    if gesprek_gedaan(stand.gesprek):
        return ()
    if not gesprek_gepland(stand.gesprek):
        return _of_waarom_niet(_GESPREK, stand, voor, op)
    knoppen = _knoppen(_GESPREK, stand, voor, op)
    return tuple(knop for plek, knop in enumerate(knoppen) if plek == 0 or not knop.reden)


def _woningacts(stand: Stand) -> tuple[_Act, ...]:
    inschrijven = () if stand.ingeschreven else (_INSCHRIJVEN,)
    if stand.verhuisd:
        return inschrijven or ((_AFRONDEN,) if stand.kan_af else ())
    return (*inschrijven, *_WONING) if stand.tijdelijk else _WONING


def _mogelijk(acts: tuple[_Act, ...], stand: Stand, voor: Medewerker, op: date) -> tuple[Knop, ...]:
    return tuple(knop for knop in _knoppen(acts, stand, voor, op) if not knop.reden)


def _of_waarom_niet(
    acts: tuple[_Act, ...], stand: Stand, voor: Medewerker, op: date
) -> tuple[Knop, ...]:
    """What can be done; when nothing can, the first act with its reason."""
    knoppen = _knoppen(acts, stand, voor, op)
    kan = tuple(knop for knop in knoppen if not knop.reden)
    return kan or knoppen[:1]


def _knoppen(acts: tuple[_Act, ...], stand: Stand, voor: Medewerker, op: date) -> tuple[Knop, ...]:
    return tuple(
        Knop(
            tekst=act.tekst,
            url=reverse(act.naam, args=[stand.overdracht.pk]),
            reden=act.reden(stand, op),
            post=act.post,
        )
        for act in acts
        if any(voor.heeft(recht) for recht in act.rechten)
    )


def _met_een_primaire(groepen: list[tuple[Knop, ...]]) -> list[tuple[Knop, ...]]:
    eerste = next((groep[0] for groep in groepen if groep and not groep[0].reden), None)
    return [
        tuple(replace(knop, primair=True) if knop is eerste else knop for knop in groep)
        for groep in groepen
    ]

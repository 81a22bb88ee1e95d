"""Every address, asked by every role and by nobody; every row, asked by who may not see it.

`toegangstabel.py` says in full who may come where: a change of rights is seen in review.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse

from inburgering.models import Inburgeraar
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.rechten import RECHTEN_PER_ROL, Recht
from medewerkers.toegang import INGELOGD, OPENBAAR
from tests.demo import NU
from tests.huis.toegangstabel import ALLAUTH, OPENBARE_ADRESSEN, TOEGANG
from tests.huis.voorbeelden import (
    DINGEN,
    Adres,
    GeenVoorbeeld,
    adressen,
    heeft_recht,
    iemand,
    voorbeeld,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_demo", "demoklok")]

GEWOON = {200, 204, 302, 400, 409, 422}  # 400, 409, 422: an empty form is not a good one
VERBODEN, ONVINDBAAR, VERKEERDE_METHODE = 403, 404, 405
NAMEN = sorted(adres.naam for adres in adressen())
BIJ_NAAM = {adres.naam: adres for adres in adressen()}


@pytest.fixture(scope="module")
def als(op_demo: object, django_db_blocker: Any) -> Callable[[Medewerker | None], Client]:
    """A browser per colleague, signed in once for all tests of this module."""
    klanten: dict[str, Client] = {"": Client()}
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=False):
        for rol in Rol:
            medewerker = iemand(rol)
            klanten[medewerker.email] = Client()
            klanten[medewerker.email].force_login(medewerker)
    return lambda medewerker: klanten[medewerker.email if medewerker else ""]


def vraag(klant: Client, pad: str, methode: str) -> int:
    """The status; whatever happened is undone."""
    with transaction.atomic():
        antwoord = getattr(klant, methode)(pad)
        transaction.set_rollback(True)
    status: int = antwoord.status_code
    return status


def antwoord(klant: Client, pad: str) -> int:
    """What the address answers to the method it takes."""
    status = vraag(klant, pad, "get")
    return vraag(klant, pad, "post") if status == VERKEERDE_METHODE else status


def beide(klant: Client, pad: str) -> set[int]:
    """What it answers to looking and to doing."""
    return {vraag(klant, pad, m) for m in ("get", "post")} - {VERKEERDE_METHODE}


# --- Who may come where --------------------------------------------------------------------------
@pytest.mark.parametrize("naam", NAMEN)
def test_every_address_declares_a_right(naam):
    adres = BIJ_NAAM[naam]

    if naam in ALLAUTH:
        assert adres.recht is None, "our own view: it belongs in a room, not in this table"
    else:
        assert adres.recht in (INGELOGD, OPENBAAR) or adres.recht <= set(Recht)
        assert adres.recht


def test_only_these_are_open_to_everybody():
    assert {adres.naam for adres in adressen() if adres.openbaar} == OPENBARE_ADRESSEN


@pytest.mark.parametrize("rol", Rol)
def test_the_table_says_what_the_declared_rights_say(rol):
    verwacht = TOEGANG[rol]
    werkelijk = {
        adres.naam
        for adres in adressen()
        if adres.naam not in ALLAUTH
        and adres.recht not in (INGELOGD, OPENBAAR)
        and adres.recht & RECHTEN_PER_ROL[rol]
    }
    assert werkelijk == verwacht


@pytest.mark.parametrize("naam", NAMEN)
def test_every_role_gets_the_answer_it_should(naam, als):
    adres = BIJ_NAAM[naam]
    uitkomsten = {}
    for rol in Rol:
        medewerker = iemand(rol)
        mag = heeft_recht(adres, medewerker)
        verwacht = ALLAUTH.get(naam, GEWOON) if mag else {VERBODEN}
        status = antwoord(als(medewerker), _pad(adres, medewerker if mag else _wie_mag(adres)))
        if status not in verwacht:
            uitkomsten[rol.value] = status
    assert uitkomsten == {}


def _pad(adres: Adres, medewerker: Medewerker) -> str:
    return voorbeeld(adres, medewerker).pad


@pytest.mark.parametrize("naam", NAMEN)
def test_who_is_not_signed_in_is_asked_to(naam, als):
    adres = BIJ_NAAM[naam]
    pad = _pad(adres, _wie_mag(adres))
    klant = als(None)

    if adres.openbaar:
        assert vraag(klant, pad, "get") in {200, 302, VERKEERDE_METHODE}
    else:
        for methode in ("get", "post"):
            with transaction.atomic():
                reactie = getattr(klant, methode)(pad)
                transaction.set_rollback(True)
            assert reactie.status_code == 302
            assert reactie.url.startswith(reverse("account_login"))


def _wie_mag(adres: Adres) -> Medewerker:
    """The first role that holds the right, in the order of the roles."""
    return next(m for m in (iemand(rol) for rol in Rol) if heeft_recht(adres, m))


# --- Rows one may not see ------------------------------------------------------------------------
MET_RIJ = sorted(naam for naam in NAMEN if set(BIJ_NAAM[naam].parameters) & set(DINGEN))


@pytest.mark.parametrize("naam", MET_RIJ)
def test_a_closed_dossier_is_not_there_for_who_is_not_named(naam, als):
    """Holding the right is not enough; page and act alike answer as if nothing existed."""
    adres = BIJ_NAAM[naam]
    wie = [m for m in map(iemand, Rol) if heeft_recht(adres, m)]
    klanten = {m.email: als(m) for m in wie}
    gevraagd = {m.email: voorbeeld(adres, m) for m in wie}
    with transaction.atomic():
        sluit(frozenset().union(*(g.dossiers for g in gevraagd.values())))
        gezien = {e: beide(klant, gevraagd[e].pad) for e, klant in klanten.items()}
        transaction.set_rollback(True)

    assert gezien
    assert set().union(*gezien.values()) == {ONVINDBAAR}, gezien


def sluit(dossiers: frozenset[int]) -> None:
    """Close these dossiers and those of the whole household to all but one colleague."""
    gezin = Inburgeraar.objects.filter(
        persoon__lidmaatschappen__gezin__leden__persoon__inburgeraar__in=dossiers
    )
    for pk in dossiers | set(gezin.values_list("pk", flat=True)):
        sluiten_voor_anderen(
            dossier_id=pk,
            medewerkers=[Medewerker.objects.get(email="consulent3@demo.example")],
            door=iemand(Rol.TEAMLEIDER),
            nu=NU,
            reden="collega in het gezin",
        )


@pytest.mark.parametrize("rol", [Rol.PARTNER, Rol.OOV])
def test_a_dossier_outside_the_reach_of_a_role_is_not_there(rol, als):
    """Another partner's client; somebody the municipality does not house."""
    medewerker, collega = iemand(rol), iemand(Rol.CONSULENT)
    gezien = {}
    for naam in MET_RIJ:
        adres = BIJ_NAAM[naam]
        if not heeft_recht(adres, medewerker):
            continue
        try:
            pad = voorbeeld(adres, collega, niet_voor=medewerker).pad
        except GeenVoorbeeld:
            continue
        gezien[naam] = beide(als(medewerker), pad)

    assert gezien
    assert {
        naam: statussen for naam, statussen in gezien.items() if statussen != {ONVINDBAAR}
    } == {}


@pytest.mark.parametrize(
    "naam",
    [n for n in MET_RIJ if len(BIJ_NAAM[n].parameters) > 1 and "nummer" in BIJ_NAAM[n].parameters],
)
def test_a_row_is_not_there_under_the_number_of_another_dossier(naam, als):
    """Both may be seen; they do not belong together."""
    adres = BIJ_NAAM[naam]
    if not set(adres.parameters) & (set(DINGEN) - {"nummer"}):
        return  # only words beside the number
    medewerker = _wie_mag(adres)
    gevraagd = voorbeeld(adres, medewerker)
    eigen = Inburgeraar.objects.filter(pk__in=gevraagd.dossiers)
    vreemd = (
        Inburgeraar.objects.zichtbaar_voor(medewerker)
        .exclude(persoon__lidmaatschappen__gezin__leden__persoon__inburgeraar__in=eigen)
        .exclude(pk__in=eigen)
        .earliest("pk")
    )
    pad = gevraagd.pad
    for dossier in eigen:
        pad = pad.replace(dossier.dossiernummer, vreemd.dossiernummer)

    assert pad != gevraagd.pad
    assert beide(als(medewerker), pad) == {ONVINDBAAR}


def test_what_nobody_may_see_and_what_is_not_there_look_the_same(als):
    consulent = iemand(Rol.CONSULENT)
    klant = als(consulent)
    dossier = Inburgeraar.objects.zichtbaar_voor(consulent).earliest("pk")
    with transaction.atomic():
        sluit(frozenset({dossier.pk}))
        gesloten = klant.get(reverse("overzicht", args=[dossier.dossiernummer]))
        transaction.set_rollback(True)
    onbestaand = klant.get(reverse("overzicht", args=["1999-0001"]))

    assert gesloten.status_code == onbestaand.status_code == ONVINDBAAR
    gesloten_tekst, onbestaand_tekst = (
        re.sub(r'value="\w{64}"', "", a.content.decode()) for a in (gesloten, onbestaand)
    )
    assert gesloten_tekst == onbestaand_tekst

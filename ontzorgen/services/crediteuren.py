"""Creditors and their accounts. Nothing is paid to an account before two colleagues saw it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from inburgering.handelingen import handeling
from inburgering.policies import check_reden
from medewerkers.models import Medewerker
from ontzorgen.enums import RekeningStatus
from ontzorgen.iban import lees_iban
from ontzorgen.models import Crediteur, Crediteurrekening
from ontzorgen.policies.crediteuren import (
    CrediteurGegevens,
    RekeningGegevens,
    check_afwijzen,
    check_bevestigen,
    check_crediteur,
    check_hervatten,
    check_stoppen,
    check_voorstellen,
)
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.lopend import lopende_lasten
from ontzorgen.sepa import sepa_tekst


def crediteur_toevoegen(
    *, gegevens: CrediteurGegevens, door: Medewerker, nu: datetime
) -> Crediteur:
    with handeling(door=door, nu=nu):
        crediteur = Crediteur()
        _zet(crediteur, gegevens)
    return crediteur


def crediteur_wijzigen(
    *,
    crediteur_id: int,
    versie: int | None,
    gegevens: CrediteurGegevens,
    door: Medewerker,
    nu: datetime,
) -> Crediteur:
    with handeling(door=door, nu=nu) as act:
        crediteur = act.vergrendel(Crediteur, crediteur_id, versie=versie)
        _zet(crediteur, gegevens)
    return crediteur


def crediteur_stoppen(
    *, crediteur_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Crediteur:
    with handeling(door=door, nu=nu) as act:
        crediteur = act.vergrendel(Crediteur, crediteur_id, versie=versie)
        lopend = lopende_lasten(act.op).filter(crediteur=crediteur)
        check_stoppen(crediteur, lopend=lopend.count(), op=op, vandaag=act.op)
        crediteur.gestopt_op = op
        crediteur.save()
    return crediteur


def crediteur_hervatten(
    *, crediteur_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Crediteur:
    with handeling(door=door, nu=nu) as act:
        crediteur = act.vergrendel(Crediteur, crediteur_id, versie=versie)
        check_hervatten(crediteur)
        crediteur.gestopt_op = None
        crediteur.save()
    return crediteur


def rekening_voorstellen(
    *, crediteur_id: int, gegevens: RekeningGegevens, door: Medewerker, nu: datetime
) -> Crediteurrekening:
    """A new or other account: it waits for a colleague. Until then the former one is paid to."""
    nummer = lees_iban(gegevens.iban)
    with handeling(door=door, nu=nu) as act:
        crediteur = act.vergrendel(Crediteur, crediteur_id)
        rijen = crediteur.rekeningen
        check_voorstellen(
            crediteur,
            iban=nummer.iban,
            bevestigd=rijen.filter(status=RekeningStatus.BEVESTIGD).first(),
            wacht=rijen.filter(status=RekeningStatus.VOORGESTELD).exists(),
            eigen_iban=betaalregels().iban,
        )
        rekening = Crediteurrekening(
            crediteur=crediteur,
            iban=nummer.iban,
            bic=nummer.bic,
            bank=nummer.bank,
            tenaamstelling=sepa_tekst(gegevens.tenaamstelling, 70) or crediteur.naam[:70],
            herkomst=gegevens.herkomst,
            voorgesteld_op=act.op,
            voorgesteld_door=door,
        )
        rekening.save()
    return rekening


def rekening_bevestigen(
    *,
    rekening_id: int,
    versie: int | None,
    laatste_tekens: str,
    door: Medewerker,
    nu: datetime,
) -> Crediteurrekening:
    """By another than who proposed it. The former account is replaced in the same act."""
    crediteur_id = Crediteurrekening.objects.values_list("crediteur_id", flat=True).get(
        pk=rekening_id
    )
    with handeling(door=door, nu=nu) as act:
        act.vergrendel(Crediteur, crediteur_id)
        rekening = act.vergrendel(Crediteurrekening, rekening_id, versie=versie)
        check_bevestigen(rekening, door_id=door.pk, laatste_tekens=laatste_tekens)
        for vorige in Crediteurrekening.objects.filter(
            crediteur=crediteur_id, status=RekeningStatus.BEVESTIGD
        ):
            vorige.vervangen()
            vorige.save()
        rekening.bevestigen(op=act.op, door=door)
        rekening.save()
    return rekening


def rekening_afwijzen(
    *, rekening_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Crediteurrekening:
    """By anybody, also who proposed it: nothing is ever paid to it."""
    check_reden(reden)
    with handeling(door=door, nu=nu, reden=reden) as act:
        rekening = act.vergrendel(Crediteurrekening, rekening_id, versie=versie)
        check_afwijzen(rekening)
        rekening.afwijzen(op=act.op, door=door, reden=reden)
        rekening.save()
    return rekening


def _zet(crediteur: Crediteur, gegevens: CrediteurGegevens) -> None:
    zelfde = Crediteur.objects.filter(naam__iexact=gegevens.naam).exclude(pk=crediteur.pk)
    check_crediteur(gegevens, bestaat=zelfde.exists())
    for veld, waarde in vars(gegevens).items():
        setattr(crediteur, veld, waarde)
    try:
        with transaction.atomic():
            crediteur.save()
    except IntegrityError:  # a colleague was just ahead
        check_crediteur(gegevens, bestaat=True)
        raise

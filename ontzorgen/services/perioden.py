"""The six months: arranged, stopped, ended by the calendar, and resumed with the dossier."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import partial

from inburgering.enums import GebeurtenisSoort, TermijnSoort, TermijnStatus
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Termijn
from inburgering.services.termijnen import (
    termijn_halen,
    termijn_vastleggen,
    termijnen_laten_vervallen,
)
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor
from ontzorgen.models import EindeReden, Ontzorgperiode, OntzorgStatus, Uitkering
from ontzorgen.policies.perioden import (
    Partnerkeuze,
    check_activeren,
    check_beeindigen,
    check_partner,
)
from ontzorgen.queries.partners import eigen_bijstand, loopt_mee_bij, partnerleden, verwijzing
from ontzorgen.queries.perioden import afgelopen, natuurlijk_einde
from wet.ontzorgen import ontzorgperiode

ALLEEN = Partnerkeuze()
"""Nobody shares the bijstand."""


def ontzorgen_activeren(
    *,
    periode_id: int,
    versie: int | None,
    besluit_op: date,
    machtiging_op: date,
    partnerkeuze: Partnerkeuze = ALLEEN,
    door: Medewerker,
    nu: datetime,
) -> Ontzorgperiode:
    """The decision that imposes it is taken and the machtiging is signed: costs may be paid.

    A partner in the household shares the bijstand and signs too, or there is a reason why not.
    """
    reden = partnerkeuze.geen_reden
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(periode_id)], reden=reden) as act:
        periode = act.vergrendel(Ontzorgperiode, periode_id, versie=versie)
        dossier = periode.uitkering.inburgeraar
        check_activeren(
            periode,
            dossier=dossier,
            besluit_op=besluit_op,
            machtiging_op=machtiging_op,
            vandaag=act.op,
        )
        _zet_partner(act, periode, partnerkeuze)
        periode.activeren(
            besluit_op=besluit_op,
            machtiging_op=machtiging_op,
            machtiging_partner_op=periode.machtiging_partner_op,
        )
        periode.save()
        act.meld(dossier.pk, GebeurtenisSoort.GELD, "Ontzorgen geregeld: besluit en machtiging")
    return periode


def _zet_partner(act: Handeling, periode: Ontzorgperiode, keuze: Partnerkeuze) -> None:
    uitkering = periode.uitkering
    persoon_id = uitkering.inburgeraar.persoon_id
    check_partner(
        keuze,
        gezinspartners={lid.persoon_id for lid in partnerleden(persoon_id)},
        elders=_bijstand_elders(act, periode, keuze.partner_id) if keuze.partner_id else "",
        begin=periode.start_op,
        vandaag=act.op,
    )
    periode.partner_id = keuze.partner_id
    periode.machtiging_partner_op = keuze.machtiging_op if keuze.partner_id else None


def _bijstand_elders(act: Handeling, periode: Ontzorgperiode, partner_id: int) -> str:
    van, tot = periode.uitkering.start_op, periode.uitkering.eind_op
    elders = eigen_bijstand(partner_id, start_op=van, eind_op=tot) or loopt_mee_bij(
        partner_id, start_op=van, eind_op=tot, behalve=periode.pk
    )
    return verwijzing(elders, voor=act.door) if elders else ""


def ontzorgen_beeindigen(
    *,
    periode_id: int,
    versie: int | None,
    reden: EindeReden,
    op: date,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
) -> Ontzorgperiode:
    """Stop early; `op` is the last day. When the bijstand stopped, it ends on that day too."""
    dossier_id = _dossier_van(periode_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=toelichting) as act:
        periode = act.vergrendel(Ontzorgperiode, periode_id, versie=versie)
        check_beeindigen(periode, reden=reden, op=op, vandaag=act.op)
        if reden == EindeReden.BIJSTAND:
            uitkering = act.vergrendel(Uitkering, periode.uitkering_id)
            uitkering.eind_op = op
            uitkering.save()
        beeindig(act, periode, reden=reden, op=op)
    return periode


def afgelopen_beeindigen(
    *, door: Medewerker, nu: datetime, dossiers: Collection[int] | None = None
) -> int:
    """End every period (of these dossiers) whose last day is over; returns how many.

    Nightly for all: twice is once.
    """
    with handeling(door=door, nu=nu) as act:
        perioden = afgelopen(act.op)
        if dossiers is not None:
            perioden = perioden.filter(uitkering__inburgeraar__in=dossiers)
        ids = list(perioden.values_list("pk", "uitkering__inburgeraar"))
        act.neem_mee({dossier_id for _pk, dossier_id in ids})
        return sum(laat_aflopen(act, act.vergrendel(Ontzorgperiode, pk)) for pk, _dossier in ids)


def dossier_stopt(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier: there is nobody to pay for."""
    with _act(dossier_id) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        op = dossier.beeindigd_op or dossier.voltooid_op or act.op
        for periode in _perioden(dossier_id):
            if periode.loopt:
                beeindig(act, periode, reden=EindeReden.DOSSIER, op=op)


def dossier_hervat(dossier_id: int) -> None:
    """Hooked to the dossier going on: what stopped with it runs again, if its months are not over.

    The six months are months of the calendar, so they do not shift by the time in between.
    """
    with _act(dossier_id) as act:
        for periode in _perioden(dossier_id):
            if periode.reden_einde == EindeReden.DOSSIER:
                hervat(act, periode)
                laat_aflopen(act, periode)


def zet_looptijd(act: Handeling, periode: Ontzorgperiode) -> None:
    uitkering = periode.uitkering
    vraag = partial(ontzorgperiode, bijstand_op=uitkering.start_op)
    looptijd = vraag().bekend
    assert looptijd is not None  # the day is given
    periode.start_op, periode.eind_op = looptijd.start_op, looptijd.eind_op
    periode.save()
    if periode.loopt:
        termijn_vastleggen(
            act,
            dossier_id=uitkering.inburgeraar_id,
            soort=TermijnSoort.ONTZORGEN,
            sleutel=_sleutel(periode),
            vraag=vraag,
        )


def laat_aflopen(act: Handeling, periode: Ontzorgperiode) -> bool:
    """End it when its own last day, or that of the bijstand, is over."""
    einde = natuurlijk_einde(periode, op=act.op)
    if einde is None or not periode.loopt:
        return False
    reden, laatste_dag = einde
    beeindig(act, periode, reden=reden, op=laatste_dag)
    return True


def beeindig(act: Handeling, periode: Ontzorgperiode, *, reden: EindeReden, op: date) -> None:
    """The term is met when the months were used to the end; otherwise it falls away."""
    dossier_id = periode.uitkering.inburgeraar_id
    volbracht = reden == EindeReden.PERIODE and periode.status == OntzorgStatus.ACTIEF
    periode.beeindigen(op=op, reden=reden)
    periode.save()
    if volbracht:
        termijn_halen(act, dossier_id=dossier_id, soort=TermijnSoort.ONTZORGEN, op=op)
    else:
        termijnen_laten_vervallen(
            act, dossier_id=dossier_id, soort=TermijnSoort.ONTZORGEN, reden=reden.label
        )
    act.meld(dossier_id, GebeurtenisSoort.GELD, f"Ontzorgen beëindigd: {reden.label}", op=op)


def hervat(act: Handeling, periode: Ontzorgperiode) -> None:
    """Running again, active when it was arranged before."""
    geregeld, partner_op = periode.geregeld, periode.machtiging_partner_op
    besluit_op, machtiging_op = periode.besluit_op, periode.machtiging_op
    periode.hervatten()
    if geregeld and besluit_op is not None and machtiging_op is not None:
        periode.activeren(
            besluit_op=besluit_op, machtiging_op=machtiging_op, machtiging_partner_op=partner_op
        )
    periode.save()
    _laat_termijn_herleven(periode)
    act.meld(periode.uitkering.inburgeraar_id, GebeurtenisSoort.GELD, "Ontzorgen hervat")


def _laat_termijn_herleven(periode: Ontzorgperiode) -> None:
    """The last term of this period runs again, however it ended, with the dates it had."""
    termijn = (
        Termijn.objects.select_for_update()
        .filter(
            inburgeraar=periode.uitkering.inburgeraar_id,
            soort=TermijnSoort.ONTZORGEN,
            sleutel=_sleutel(periode),
        )
        .order_by("pk")
        .last()
    )
    if termijn is not None and termijn.status != TermijnStatus.LOPEND:
        termijn.herleven()
        termijn.save()


def _sleutel(periode: Ontzorgperiode) -> str:
    """A second right to bijstand has a term of its own."""
    return f"uitkering {periode.uitkering_id}"


def _perioden(dossier_id: int) -> list[Ontzorgperiode]:
    rijen = Ontzorgperiode.objects.select_for_update(of=("self",)).select_related("uitkering")
    return list(rijen.filter(uitkering__inburgeraar=dossier_id))


def _act(dossier_id: int) -> AbstractContextManager[Handeling]:
    """The act that is under way, for who is called from within it."""
    spoor = huidig_spoor()
    return handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id])


def _dossier_van(periode_id: int) -> int:
    dossier_id: int = Ontzorgperiode.objects.values_list("uitkering__inburgeraar", flat=True).get(
        pk=periode_id
    )
    return dossier_id

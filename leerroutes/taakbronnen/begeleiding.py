"""The tasks of guidance and the PVT: to begin, to plan, to say who came."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import (
    Regime,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Schakel
from inburgering.queries.personen import gemeentecode
from inburgering.queries.taakbronnen import Dossiers, van
from leerroutes.enums import BijeenkomstStatus, PvtDeelnameStatus, TrajectStatus
from leerroutes.models import (
    MaatschappelijkeBegeleiding,
    Participatieverklaring,
    PvtDeelname,
    Traject,
)
from leerroutes.queries.begeleiding import aangemeld
from wet.doelgroepen import Doelgroep
from wet.termijnen import begin_maatschappelijke_begeleiding


def pvt_plannen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The plan is there, nothing is signed, and no invitation is waiting."""
    getekend = Participatieverklaring.objects.filter(inburgeraar=OuterRef("pk"))
    loopt = Traject.objects.filter(inburgeraar=OuterRef("pk"), status=TrajectStatus.LOPEND)
    rijen = van(dossiers).filter(
        Exists(loopt), ~Exists(getekend), ~Exists(_wacht(OuterRef("pk"))), regime=Regime.WI2021
    )
    lopend = Q(termijnen__soort=TermijnSoort.INBURGERING, termijnen__status=TermijnStatus.LOPEND)
    rijen = rijen.annotate(laatste_dag=Min("termijnen__eind_op", filter=lopend))
    for pk, laatste_dag in rijen.values_list("pk", "laatste_dag"):
        yield AfgeleideTaak(
            dossier_id=pk,
            soort="pvt_plannen",
            bron="pvt",
            titel="PVT plannen",
            waarom="De participatieverklaring is nog niet getekend (Wi 6, Besluit 3.1).",
            pagina="begeleiding",
            uiterlijk_op=laatste_dag,
        )


def pvt_presentie(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Somebody is invited: on the day itself it is known who came."""
    rijen = _wacht().select_related("bijeenkomst")
    if dossiers is not None:
        rijen = rijen.filter(inburgeraar__in=dossiers)
    for rij in rijen:
        yield AfgeleideTaak(
            dossier_id=rij.inburgeraar_id,
            soort="pvt_presentie",
            bron=f"pvt {rij.pk}",
            titel="Invullen of iemand bij het PVT was",
            waarom=f"Uitgenodigd: {rij.bijeenkomst.onderwerp} (Besluit 3.1.4).",
            pagina="begeleiding",
            uiterlijk_op=lokale_datum(rij.bijeenkomst.begint_at),
        )


def begeleiding_beginnen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Registered in our municipality, and nobody guides yet (Wi 13.3).

    Not of who was taken over halfway or is done: that guidance began elsewhere or before this
    system; nor of whom the partner was told at the handover.
    """
    bij = {"inburgeraar": OuterRef("pk")}
    hier = Q(persoon__verblijven__gemeentecode=gemeentecode() or None)
    rijen = van(dossiers).filter(
        ~Exists(MaatschappelijkeBegeleiding.objects.filter(**bij)),
        ~Exists(Traject.objects.filter(**bij, eerdere_uren_op__isnull=False)),
        ~Exists(
            Schakel.objects.filter(
                **bij, nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.AFGEROND
            )
        ),
        ~Exists(aangemeld(OuterRef("persoon"))),
        doelgroep=Doelgroep.ASIEL,
        regime=Regime.WI2021,
    )
    rijen = rijen.annotate(brp_op=Min("persoon__verblijven__brp_op", filter=hier))
    for pk, brp_op in rijen.filter(brp_op__isnull=False).values_list("pk", "brp_op"):
        begin = begin_maatschappelijke_begeleiding(brp_op).bekend
        assert begin is not None  # the registration is known
        yield AfgeleideTaak(
            dossier_id=pk,
            soort="begeleiding_beginnen",
            bron="begeleiding",
            titel="Maatschappelijke begeleiding starten",
            waarom="Ingeschreven in de BRP: vanaf die dag is er begeleiding (Wi 13.3).",
            pagina="begeleiding",
            uiterlijk_op=begin.start_op,
        )


def _wacht(van_dossier: OuterRef | None = None) -> QuerySet[PvtDeelname]:
    """Invitations to a meeting that was not called off, of which nobody said who came."""
    rijen = PvtDeelname.objects.filter(status=PvtDeelnameStatus.UITGENODIGD).exclude(
        bijeenkomst__status=BijeenkomstStatus.AFGEZEGD
    )
    return rijen if van_dossier is None else rijen.filter(inburgeraar=van_dossier)

"""The tasks that follow from the ground itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import (
    Regime,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
)
from inburgering.models import Inburgeraar, Plicht, Schakel, Signaal
from inburgering.queries.termijnen import te_bewaken
from medewerkers.enums import Rol
from medewerkers.sporen import lopend_spoor

Dossiers = Collection[int] | None


def van(dossiers: Dossiers, queryset: QuerySet[Inburgeraar] | None = None) -> QuerySet[Inburgeraar]:
    """The dossiers asked for, or all."""
    rijen = Inburgeraar.objects.all() if queryset is None else queryset
    return rijen if dossiers is None else rijen.filter(pk__in=dossiers)


def vandaag() -> date | None:
    """The day of the act, or of the night, that brings the tasks up to date."""
    nu = lopend_spoor()
    return lokale_datum(nu.nu) if nu else None


def kennisgeving_ontbreekt(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """DUO has not yet said, or we have not yet recorded, that the person is plichtig."""
    open_schakel = Schakel.objects.filter(
        inburgeraar=OuterRef("pk"), nummer=SchakelNummer.PLICHT, status=SchakelStatus.OPEN
    )
    bekend = Plicht.objects.filter(inburgeraar=OuterRef("pk"), kennisgeving_op__isnull=False)
    rijen = van(dossiers).filter(Exists(open_schakel), ~Exists(bekend), regime=Regime.WI2021)
    for dossier_id in rijen.values_list("pk", flat=True):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="kennisgeving",
            bron="schakel 1",
            titel="Kennisgeving van DUO vastleggen",
            waarom="Zolang de kennisgeving niet is vastgelegd, is de tienwekentermijn niet bekend.",
            pagina="persoon",
        )


def consulent_ontbreekt(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    rijen = van(dossiers).filter(consulent=None)
    for dossier_id in rijen.values_list("pk", flat=True):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="toewijzen",
            bron="consulent",
            titel="Consulent toewijzen",
            waarom="Dit dossier heeft nog geen consulent.",
            pagina="toewijzen",
            voor=Rol.TEAMLEIDER,
        )


# What is asked before the last day, and once it is past.
_BEWAAKT = {
    TermijnSoort.INBURGERING: (
        "De inburgeringstermijn loopt af: bespreek wat nog moet",
        "De inburgeringstermijn is voorbij: bespreek hoe het verder gaat",
    ),
    TermijnSoort.ONTZORGEN: (
        "Het ontzorgen eindigt: bereid de overdracht voor",
        "Het ontzorgen is voorbij: rond de overdracht af",
    ),
}


def termijn_nadert(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A long term crossed a signal step; the ten weeks have a task of their own from the start."""
    signalen = Signaal.objects.filter(
        termijn__in=te_bewaken(), termijn__soort__in=list(_BEWAAKT)
    ).select_related("termijn")
    signalen = signalen.order_by("dagen")  # the latest step first: -1 is past
    if dossiers is not None:
        signalen = signalen.filter(termijn__inburgeraar__in=dossiers)
    gezien = set()
    for signaal in signalen:
        termijn = signaal.termijn
        if signaal.eind_op != termijn.eind_op or termijn.pk in gezien:
            continue
        gezien.add(termijn.pk)
        yield AfgeleideTaak(
            dossier_id=termijn.inburgeraar_id,
            soort=f"termijn_{termijn.soort}",
            bron=f"termijn {termijn.pk}",
            titel=_BEWAAKT[TermijnSoort(termijn.soort)][signaal.dagen < 0],
            waarom=f"De laatste dag is {termijn.eind_op:%d-%m-%Y} ({', '.join(termijn.bron)}).",
            pagina="overzicht",
            uiterlijk_op=termijn.eind_op,
        )

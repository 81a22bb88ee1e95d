"""The tasks that follow from objections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from besluiten.models import (
    UITKOMST_MET_NIEUW_BESLUIT,
    Besluit,
    BesluitSoort,
    Bezwaar,
    BezwaarStatus,
    Verzuim,
)
from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import AfspraakStatus, TermijnSoort, TermijnStatus
from inburgering.models import Signaal, Termijn
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol

VERDAGEN_DAGEN = 14


def bezwaar_taken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """What an objection under consideration asks of the jurist."""
    rijen = _van(dossiers).filter(status=BezwaarStatus.ONTVANGEN)
    eind = _laatste_dagen(dossiers)
    bijna = _bijna(dossiers)
    for bezwaar in rijen.select_related("besluit", "hoorzitting"):
        if bezwaar.ontvangstbevestiging_id is None:
            yield _taak(
                bezwaar,
                "bezwaar_bevestigen",
                "Ontvangst van het bezwaar bevestigen",
                "De persoon krijgt een brief dat het bezwaar binnen is (Awb 6:14).",
            )
        if _nog_te_horen(bezwaar):
            yield _taak(
                bezwaar,
                "bezwaar_horen",
                "Hoorzitting plannen",
                "Wie bezwaar maakt, wordt gehoord, tenzij de wet zegt dat het niet hoeft "
                "(Awb 7:2, 7:3).",
            )
        yield _beslissen(bezwaar, eind.get(bezwaar.sleutel), bezwaar.sleutel in bijna)


def verzuim_taken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Something was asked for: on the last day somebody looks whether it came."""
    rijen = Verzuim.objects.filter(hersteld_op=None, bezwaar__status=BezwaarStatus.ONTVANGEN)
    if dossiers is not None:
        rijen = rijen.filter(bezwaar__besluit__inburgeraar__in=dossiers)
    for verzuim in rijen.select_related("bezwaar__besluit"):
        yield _taak(
            verzuim.bezwaar,
            "bezwaar_verzuim",
            "Nagaan of het bezwaar is aangevuld",
            f"De persoon kan het bezwaar aanvullen t/m {verzuim.uiterlijk_op:%d-%m-%Y} (Awb 6:6).",
            verzuim.uiterlijk_op,
        )


def pip_na_bezwaar(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A well-founded objection asks for a new plan; a later decision on the plan ends that."""
    nieuw_pip = Besluit.objects.filter(
        inburgeraar=OuterRef("besluit__inburgeraar"),
        soort=BesluitSoort.PIP,
        dagtekening__gte=OuterRef("beslist_op"),
        pk__gt=OuterRef("beslissing"),
    )
    rijen = _van(dossiers).filter(
        ~Exists(nieuw_pip),
        status=BezwaarStatus.BESLIST,
        uitkomst__in=UITKOMST_MET_NIEUW_BESLUIT,
        besluit__soort=BesluitSoort.PIP,
    )
    for bezwaar in rijen.select_related("besluit"):
        yield AfgeleideTaak(
            dossier_id=bezwaar.besluit.inburgeraar_id,
            soort="pip_na_bezwaar",
            bron=bezwaar.sleutel,
            titel="Nieuw PIP na bezwaar",
            waarom=f"{bezwaar.kenmerk} is {str(bezwaar.get_uitkomst_display()).lower()}: neem een "
            "nieuw besluit (Awb 7:11).",
            pagina="pip",
        )


def _beslissen(bezwaar: Bezwaar, eind_op: date | None, bijna: bool) -> AfgeleideTaak:
    if eind_op is None:
        waarom = "De termijn begint als het besluit is bekendgemaakt (Awb 7:10)."
    elif bijna and bezwaar.verdaagd_op is None:
        waarom = "Lukt het niet op tijd? Verdaag dan voor de laatste dag, één keer (Awb 7:10)."
    else:
        waarom = "De wet geeft hiervoor een laatste dag (Awb 7:10)."
    return _taak(bezwaar, "bezwaar_beslissen", "Beslissen op het bezwaar", waarom, eind_op)


def _taak(
    bezwaar: Bezwaar, soort: str, titel: str, waarom: str, uiterlijk_op: date | None = None
) -> AfgeleideTaak:
    return AfgeleideTaak(
        dossier_id=bezwaar.besluit.inburgeraar_id,
        soort=soort,
        bron=bezwaar.sleutel,
        titel=titel,
        waarom=waarom,
        pagina="bezwaren-dossier",
        uiterlijk_op=uiterlijk_op,
        voor=Rol.JURIST,
    )


def _nog_te_horen(bezwaar: Bezwaar) -> bool:
    zitting = bezwaar.hoorzitting
    return not bezwaar.afzien_grond and (
        zitting is None or zitting.status == AfspraakStatus.AFGEZEGD
    )


def _van(dossiers: Dossiers) -> QuerySet[Bezwaar]:
    rijen: QuerySet[Bezwaar] = Bezwaar.objects.all()
    return rijen if dossiers is None else rijen.filter(besluit__inburgeraar__in=dossiers)


def _termijnen(dossiers: Dossiers) -> QuerySet[Termijn]:
    rijen = Termijn.objects.filter(soort=TermijnSoort.BESLISSEN, status=TermijnStatus.LOPEND)
    return rijen if dossiers is None else rijen.filter(inburgeraar__in=dossiers)


def _laatste_dagen(dossiers: Dossiers) -> dict[str, date]:
    return dict(_termijnen(dossiers).values_list("sleutel", "eind_op"))


def _bijna(dossiers: Dossiers) -> set[str]:
    """Of which the last day is near: the nightly signals say so; here nobody reads the clock."""
    signalen = Signaal.objects.filter(
        termijn__in=_termijnen(dossiers), dagen__lte=VERDAGEN_DAGEN
    ).select_related("termijn")
    return {s.termijn.sleutel for s in signalen if s.eind_op == s.termijn.eind_op}

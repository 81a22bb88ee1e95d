"""What the tab Ontzorgen shows of the money of one household, beside its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, prefetch_related_objects

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Persoon
from inburgering.policies import check_loopt
from medewerkers.models import Medewerker
from ontzorgen.enums import BetalingStatus
from ontzorgen.models import (
    Betaalverzoek,
    Betaling,
    Ontzorgperiode,
    Tekortoplossing,
    Toeslag,
    Uitkering,
    Uitkeringsbedrag,
    VasteLast,
    Voortzetting,
)
from ontzorgen.policies.voortzetting import check_voortzetten_kan
from ontzorgen.queries.lastenstand import (
    Lastregel,
    lastregel,
    maandfeiten,
    wettelijk_ontbreekt,
)
from ontzorgen.queries.tekorten import OpenTekort, mislukt, open_tekorten
from ontzorgen.queries.toets import Maandtoets, Toeslagregel, toeslagregel, toets
from wet.ontzorgen import VOLGORDE, Lastsoort

MAANDEN_TERUG = 12
"""So many months of bijstand are shown."""


@dataclass(frozen=True, kw_only=True)
class Meelopen:
    """The dossier through which the bijstand of this person runs; None when it may not be seen."""

    dossier: Inburgeraar | None
    eind_op: date | None


@dataclass(frozen=True, kw_only=True)
class Lastentab:
    """`eerdere` are costs of a bijstand before. Each `geen_…` is why that cannot be done now."""

    lasten: Sequence[Lastregel]
    weggelaten: Sequence[VasteLast]
    eerdere: Sequence[VasteLast]
    ontbreekt: Sequence[Lastsoort]
    netto: Sequence[Uitkeringsbedrag]
    toets: Sequence[Maandtoets]
    toeslagen: Sequence[Toeslagregel]
    tekorten: Sequence[OpenTekort]
    opgelost: Sequence[Tekortoplossing]
    mislukt: Sequence[Betaling]
    verzoeken: Sequence[Betaalverzoek]
    voortzettingen: Sequence[Voortzetting]
    partner_naam: str
    geen_last: str
    geen_voortzetting: str


def lastentab(
    dossier: Inburgeraar, uitkering: Uitkering, *, voor: Medewerker, op: date
) -> Lastentab:
    """Of the bijstand that is shown; what is open is of all months and every bijstand."""
    prefetch_related_objects([uitkering], "voortzettingen")
    maand = op.replace(day=1)
    alle = list(
        VasteLast.objects.filter(uitkering__inburgeraar=dossier)
        .select_related("crediteur")
        .prefetch_related("bedragen")
    )
    eigen = [last for last in alle if last.uitkering_id == uitkering.pk]
    tekorten = open_tekorten([dossier.pk])
    opgelost = list(
        Tekortoplossing.objects.filter(last__uitkering__inburgeraar=dossier)
        .select_related("last")
        .order_by("-maand", "pk")
    )
    feiten = maandfeiten(uitkering, eigen, maand=maand, tekorten=tekorten, opgelost=opgelost)
    betaald = [lastregel(last, feiten) for last in eigen if last.wordt_betaald]
    periode: Ontzorgperiode | None = getattr(uitkering, "ontzorgperiode", None)
    return Lastentab(
        lasten=sorted(betaald, key=_volgorde),
        weggelaten=[last for last in eigen if not last.wordt_betaald],
        eerdere=[last for last in alle if last.uitkering_id != uitkering.pk and last.wordt_betaald],
        ontbreekt=[Lastsoort(soort) for soort in wettelijk_ontbreekt(eigen, VOLGORDE)],
        netto=list(Uitkeringsbedrag.objects.filter(uitkering=uitkering)[:MAANDEN_TERUG]),
        toets=toets(uitkering, op=op),
        toeslagen=[toeslagregel(rij) for rij in Toeslag.objects.filter(uitkering=uitkering)],
        tekorten=tekorten,
        opgelost=opgelost,
        mislukt=list(mislukt([dossier.pk]).select_related("last__crediteur")),
        verzoeken=_verzoeken(dossier),
        voortzettingen=list(uitkering.voortzettingen.all()),
        partner_naam=_partner_naam(periode, voor),
        geen_last=weigering(check_loopt, dossier),
        geen_voortzetting=weigering(check_voortzetten_kan, dossier, periode),
    )


def loopt_via(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Meelopen | None:
    """Whose bijstand this person shares as a partner, now or to come."""
    periode = (
        Ontzorgperiode.objects.filter(partner=dossier.persoon_id)
        .filter(Q(uitkering__eind_op=None) | Q(uitkering__eind_op__gte=op))
        .select_related("uitkering")
        .first()
    )
    if periode is None:
        return None
    zichtbaar = Inburgeraar.objects.zichtbaar_voor(voor).select_related("persoon")
    return Meelopen(
        dossier=zichtbaar.filter(pk=periode.uitkering.inburgeraar_id).first(),
        eind_op=periode.uitkering.eind_op,
    )


def _volgorde(regel: Lastregel) -> tuple[int, int]:
    """As the law names them; what it does not name comes after."""
    soorten = list(Lastsoort)
    return soorten.index(Lastsoort(regel.last.soort)), regel.last.pk


def _verzoeken(dossier: Inburgeraar) -> list[Betaalverzoek]:
    """Asked for, and not offered to the bank yet."""
    rijen = Betaalverzoek.objects.filter(
        last__uitkering__inburgeraar=dossier, ingetrokken_op=None
    ).filter(Q(betaling=None) | Q(betaling__status=BetalingStatus.KLAARGEZET))
    return list(rijen.select_related("last__crediteur", "betaling__batch").order_by("maand", "pk"))


def _partner_naam(periode: Ontzorgperiode | None, voor: Medewerker) -> str:
    if periode is None or periode.partner_id is None:
        return ""
    partner = Persoon.objects.zichtbaar_voor(voor).filter(pk=periode.partner_id).first()
    return partner.naam if partner else "Iemand met een gesloten dossier"

"""Which rows are for whom to see to: the municipality all, a partner those of its organisation."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

from leerroutes.models import (
    Begeleidingsmoment,
    MaatschappelijkeBegeleiding,
    Participatieverklaring,
    PvtBijeenkomst,
)
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

_M = TypeVar("_M", bound=Model)


def van_organisatie(
    rijen: QuerySet[_M],
    medewerker: Medewerker,
    *,
    alles: Recht = Recht.LEERROUTE_DOEN,
    pad: str = "partner",
) -> QuerySet[_M]:
    """`alles`: the right with which one sees to all of these. `pad`: where the organisation is."""
    if medewerker.heeft(alles):
        return rijen
    organisatie = medewerker.partnerorganisatie_id
    return rijen.filter(**{pad: organisatie}) if organisatie else rijen.none()


def eigen_begeleiding(medewerker: Medewerker) -> QuerySet[MaatschappelijkeBegeleiding]:
    return van_organisatie(
        MaatschappelijkeBegeleiding.objects.zichtbaar_voor(medewerker), medewerker
    )


def eigen_momenten(medewerker: Medewerker) -> QuerySet[Begeleidingsmoment]:
    """Who wrote it corrects it; the municipality may correct what others wrote."""
    rijen: QuerySet[Begeleidingsmoment] = Begeleidingsmoment.objects.zichtbaar_voor(medewerker)
    return rijen if medewerker.heeft(Recht.LEERROUTE_DOEN) else rijen.filter(door=medewerker)


def eigen_bijeenkomsten(medewerker: Medewerker) -> QuerySet[PvtBijeenkomst]:
    return van_organisatie(PvtBijeenkomst.objects.all(), medewerker)


def eigen_verklaringen(medewerker: Medewerker) -> QuerySet[Participatieverklaring]:
    """Recorded by the own organisation, at a meeting of its own."""
    rijen = Participatieverklaring.objects.zichtbaar_voor(medewerker)
    hier = van_organisatie(rijen, medewerker, pad="pvt_deelname__bijeenkomst__partner")
    return van_organisatie(hier, medewerker, pad="ondertekend_door__partnerorganisatie")

"""How far a handover is: the rows of a household together, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus, Gezinsrol
from inburgering.models import Afspraak, Gezinslid, Inburgeraar, Persoon, Verblijf
from medewerkers.models import Gemeente
from overdracht.enums import Fase
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
)
from overdracht.policies.overdracht import gesprek_gedaan, gesprek_gepland
from wet.termijnen import huisvestingsnorm

_IN_BEHANDELING = (DossierStatus.ACTIEF, DossierStatus.OPGESCHORT)
_EIGEN_GEMEENTE = Gemeente.objects.values("code")[:1]
_ROL = Gezinslid.objects.filter(persoon=OuterRef("persoon")).order_by("-start_op", "-pk")
_HIER = Verblijf.objects.filter(
    persoon=OuterRef("persoon"), gemeentecode=Subquery(_EIGEN_GEMEENTE), brp_op__isnull=False
)
_LEDEN = Prefetch(
    "leden",
    Overdrachtslid.objects.select_related("persoon__inburgeraar__consulent").annotate(
        rol=Subquery(_ROL.values("rol")[:1]),
        ingeschreven_op=Subquery(_HIER.order_by("brp_op").values("brp_op")[:1]),
    ),
)

_HUISVESTINGEN = Prefetch("huisvestingen", Huisvesting.objects.select_related("woning"))


@dataclass(frozen=True)
class Lid:
    overdrachtslid: Overdrachtslid
    persoon: Persoon
    rol: Gezinsrol
    dossier: Inburgeraar | None
    ingeschreven_op: date | None

    @property
    def in_behandeling(self) -> bool:
        """Has a dossier that has not ended."""
        return self.dossier is not None and self.dossier.status in _IN_BEHANDELING

    @property
    def woont_mee(self) -> bool:
        """Goes along to the new home."""
        return self.persoon.overleden_op is None


@dataclass(frozen=True)
class Stand:
    """A handover with its people, its talk and its home, as they are now.

    `afgevallen` are those who left it: died, gone, linked elsewhere.
    """

    overdracht: Overdracht
    leden: tuple[Lid, ...]
    afgevallen: tuple[Lid, ...]
    huisvestingen: tuple[Huisvesting, ...]

    @property
    def gesprek(self) -> Afspraak | None:
        return self.overdracht.gesprek

    @cached_property
    def woning(self) -> Huisvesting:
        """The search that runs, or ended well; of a handover that was withdrawn, the last one.

        Refused and temporary homes are behind it.
        """
        lopend = (rij for rij in self.huisvestingen if not _voorbij(rij))
        return next(lopend, self.huisvestingen[0])

    @cached_property
    def tijdelijk(self) -> Huisvesting | None:
        """The temporary home where the household lives while the search goes on."""
        if self.verhuisd:
            return None
        return next((rij for rij in self.huisvestingen if _woonde_tijdelijk(rij)), None)

    @property
    def bewoond(self) -> Huisvesting | None:
        """The home where the household lives now, if any."""
        return self.woning if self.verhuisd else self.tijdelijk

    @property
    def geweigerd(self) -> tuple[Huisvesting, ...]:
        return tuple(r for r in self.huisvestingen if r.status == HuisvestingStatus.GEWEIGERD)

    @cached_property
    def dossiers(self) -> tuple[Inburgeraar, ...]:
        """The dossiers that have not ended, the main person's first."""
        return tuple(
            lid.dossier
            for lid in sorted(self.leden, key=lambda lid: lid.rol != Gezinsrol.REFERENT)
            if lid.dossier is not None and lid.in_behandeling
        )

    @property
    def dossier_ids(self) -> list[int]:
        return [dossier.pk for dossier in self.dossiers]

    @cached_property
    def taakdossier(self) -> Inburgeraar | None:
        """On which the tasks of the household hang: one that runs, and is open to the team.

        Who follow and have no dossier of their own are the business of the family's.
        """
        lopend = [dossier for dossier in self.dossiers if dossier.loopt]
        referent = self.overdracht.referent
        if not lopend and referent is not None and referent.loopt:
            return referent
        return next((dossier for dossier in lopend if not dossier.gesloten), None) or next(
            iter(lopend), None
        )

    @property
    def loopt(self) -> bool:
        return self.overdracht.status in (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)

    @property
    def verhuisd(self) -> bool:
        return bool(self.woning.status == HuisvestingStatus.VERHUISD)

    @cached_property
    def ingeschreven_op(self) -> date | None:
        """The day on which the last of them was registered here."""
        dagen = [lid.ingeschreven_op for lid in self.leden if lid.woont_mee]
        bekend = [dag for dag in dagen if dag is not None]
        return max(bekend) if dagen and len(bekend) == len(dagen) else None

    @property
    def ingeschreven(self) -> bool:
        return self.ingeschreven_op is not None

    @property
    def kan_af(self) -> bool:
        """Everything was done, the last of it on a page elsewhere: only this is left."""
        verwerkt = self.overdracht.status == OverdrachtStatus.VERWERKT
        return verwerkt and self.verhuisd and self.ingeschreven and gesprek_gedaan(self.gesprek)

    @property
    def norm_op(self) -> date:
        looptijd = huisvestingsnorm(self.overdracht.koppeling_op).bekend
        assert looptijd is not None  # a handover has a koppeling
        return looptijd.eind_op

    @cached_property
    def fase(self) -> Fase:
        return self._bereikt[0]

    @property
    def sinds(self) -> date:
        """The day on which the stage was reached."""
        return self._bereikt[1] or self.overdracht.ontvangen_op

    @cached_property
    def _bereikt(self) -> tuple[Fase, date | None]:
        overdracht, woning, gesprek = self.overdracht, self.woning, self.gesprek
        if self.verhuisd and self.ingeschreven:
            return Fase.INGESCHREVEN, self.ingeschreven_op
        if self.verhuisd:
            return Fase.VERHUIZING, woning.verhuisd_op
        if woning.toegewezen_op:
            return Fase.WONING, woning.toegewezen_op
        if gesprek is not None and gesprek_gedaan(gesprek):
            return Fase.GESPREK, gesprek.gehouden_op
        if overdracht.status == OverdrachtStatus.VERWERKT:
            return Fase.VERWERKT, overdracht.verwerkt_op
        return Fase.ONTVANGEN, overdracht.ontvangen_op

    @cached_property
    def wacht_op(self) -> tuple[str, ...]:
        """What must happen next, by whom; the talk and the home go side by side."""
        if self.overdracht.status == OverdrachtStatus.ONTVANGEN:
            return ("OOV verwerkt de gegevens",)
        if not self.loopt:
            return ()
        if self.kan_af:
            return ("OOV of consulent rondt de overdracht af",)
        return tuple(filter(None, (self._wacht_op_gesprek(), self._wacht_op_woning())))

    def _wacht_op_gesprek(self) -> str:
        if gesprek_gedaan(self.gesprek):
            return ""
        if gesprek_gepland(self.gesprek):
            assert self.gesprek is not None  # it is planned
            dag = lokale_datum(self.gesprek.begint_at)
            return f"Consulent houdt het driepartijengesprek ({dag:%d-%m-%Y})"
        return "Consulent plant het driepartijengesprek"

    def _wacht_op_woning(self) -> str:
        if self.verhuisd and self.ingeschreven:
            return ""
        return _WACHT_OP_WONING[HuisvestingStatus(self.woning.status)]


_WACHT_OP_WONING = {
    HuisvestingStatus.GEZOCHT: "OOV zoekt een woning",
    HuisvestingStatus.TOEGEWEZEN: "Gezin bezichtigt de woning",
    HuisvestingStatus.BEZICHTIGD: "Gezin beslist over de woning",
    HuisvestingStatus.GEACCEPTEERD: "Gezin verhuist",
    HuisvestingStatus.VERHUISD: "Consulent regelt de inschrijving in de BRP",
}


def standen(overdrachten: QuerySet[Overdracht]) -> list[Stand]:
    """Of many handovers, in a number of queries that does not grow with them."""
    rijen = overdrachten.select_related("gesprek", "partner", "referent__persoon")
    return [
        Stand(
            overdracht=rij,
            leden=tuple(_lid(lid) for lid in rij.leden.all() if lid.eind_op is None),
            afgevallen=tuple(_lid(lid) for lid in rij.leden.all() if lid.eind_op),
            huisvestingen=tuple(rij.huisvestingen.all()),
        )
        for rij in rijen.prefetch_related(_LEDEN).prefetch_related(_HUISVESTINGEN)
    ]


def stand_van(overdracht_id: int) -> Stand:
    return standen(Overdracht.objects.filter(pk=overdracht_id))[0]


def dossiers_van(overdracht_id: int) -> list[int]:
    """All dossiers of the household, to lock; which of them still run is for the `Stand`."""
    leden = Overdrachtslid.objects.filter(overdracht=overdracht_id, eind_op=None)
    rijen = Inburgeraar.objects.filter(
        Q(persoon__in=leden.values("persoon")) | Q(nagereisd=overdracht_id)
    )
    return list(rijen.values_list("pk", flat=True))


def _voorbij(rij: Huisvesting) -> bool:
    return rij.status == HuisvestingStatus.GEWEIGERD or _woonde_tijdelijk(rij)


def _woonde_tijdelijk(rij: Huisvesting) -> bool:
    return rij.tijdelijk and rij.status == HuisvestingStatus.VERHUISD


def _lid(lid: Any) -> Lid:
    """`lid` as `_LEDEN` asks for it: with its role, and the day it was registered here."""
    return Lid(
        overdrachtslid=lid,
        persoon=lid.persoon,
        rol=Gezinsrol(lid.rol or Gezinsrol.ANDERS),
        dossier=getattr(lid.persoon, "inburgeraar", None),
        ingeschreven_op=lid.ingeschreven_op,
    )

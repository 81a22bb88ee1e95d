"""The years after the plan, by the real services: lessons, hours, exams, PVT, MAP and talks.

Each step happens on its own day, and is recorded on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from besluiten.models import Bekendmaking, Besluit
from besluiten.services.besluiten import bekendmaken
from inburgering.datums import AMSTERDAM
from inburgering.enums import Onderdeel, SchakelNummer
from inburgering.models import Inburgeraar, Schakel
from leerroutes.enums import (
    BijeenkomstSoort,
    ExamenUitslag,
    Lessoort,
    MapThemaSoort,
    PvtDeelnameStatus,
)
from leerroutes.models import Aanbieder, Deelname, Inburgeringsaanbod, PvtBijeenkomst
from leerroutes.policies.aanbod import AanbodGegevens
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.queries.pvt_presentie import Presentieregel
from leerroutes.queries.voortgang import eisen_van
from leerroutes.services.aanbod import aanbod_aanvaarden, aanbod_doen, aanbod_starten
from leerroutes.services.deelname import deelname_starten
from leerroutes.services.examens import ExamenGegevens, UitslagGegevens, examen_aanmelden
from leerroutes.services.map import MapEindgesprek, map_eindgesprek_voeren, map_thema_vastleggen
from leerroutes.services.pvt import BijeenkomstGegevens, bijeenkomst_maken, uitnodigen
from leerroutes.services.pvt_presentie import presentie_vastleggen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.models import Medewerker
from pip_plans.models import Pip
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from pip_plans.services.vaststellen import vaststellen
from tests.factories import KeurmerkFactory
from wet.leerroutes import Urensoort

WEEK = timedelta(days=7)
# What stands in a plan for the Z-route, and for the onderwijsroute, other than in the B1-route.
Z_PLAN: dict[str, Any] = {
    "leerroute": "Z",
    "niveau": "",
    "leerroute_uren": 800,
    "participatie_uren": 800,
    "afwijking": "U hebt nooit op school gezeten.",
    "examenwens_z": "niet_van_toepassing",
}
O_PLAN: dict[str, Any] = {
    "leerroute": "O",
    "map_uren": None,
    "afwijking": "U wilt en kunt een opleiding doen.",
}


@dataclass
class Leerweg:
    """One person on the way, and who guides them."""

    dossier: Inburgeraar
    consulent: Medewerker
    school: Aanbieder = field(
        default_factory=lambda: KeurmerkFactory(start_op=date(2020, 1, 1)).aanbieder
    )

    def op(self, dag: date) -> dict[str, Any]:
        """Who records, and when: in the afternoon of that day."""
        nu = datetime(dag.year, dag.month, dag.day, 15, tzinfo=AMSTERDAM)
        return {"door": self.consulent, "nu": nu}

    # --- The plan --------------------------------------------------------------------------------
    def stel_op(self, dag: date, inhoud: dict[str, Any]) -> Pip:
        pip = opstellen(dossier_id=self.dossier.pk, **self.op(dag))
        return inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=inhoud, **self.op(dag))

    def stel_vast(self, pip: Pip, dag: date) -> Besluit:
        pip = Pip.objects.get(pk=pip.pk)
        wie = self.op(dag)
        besluit = vaststellen(
            pip_id=pip.pk, versie=pip.versie, duo_reden="DUO werkt nog bij", **wie
        )
        bekendmaken(
            besluit_id=besluit.pk,
            versie=besluit.versie,
            wijze=Bekendmaking.UITGEREIKT,
            op=dag,
            **wie,
        )
        return besluit

    # --- Lessons and hours -----------------------------------------------------------------------
    def krijg_les(self, dag: date, lessoort: Lessoort = Lessoort.TAAL) -> Deelname:
        """An offer of the municipality, accepted, and the first lesson a week later."""
        aanbod = aanbod_doen(
            dossier_id=self.dossier.pk,
            gegevens=AanbodGegevens(
                aanbieder=self.school,
                lessoort=lessoort,
                uren_per_week=Decimal(12),
                gedaan_op=dag,
                verwachte_start_op=dag + WEEK,
            ),
            **self.op(dag),
        )
        aanbod_aanvaarden(aanbod_id=aanbod.pk, versie=None, op=dag, **self.op(dag))
        begin = dag + WEEK
        aanbod_starten(aanbod_id=aanbod.pk, versie=None, op=begin, **self.op(begin))
        return Deelname.objects.get(aanbod=Inburgeringsaanbod.objects.get(pk=aanbod.pk))

    def kies_les(self, dag: date) -> Deelname:
        """Lessons that a gezinsmigrant found and pays."""
        gegevens = DeelnameGegevens(
            aanbieder=self.school,
            lessoort=Lessoort.TAAL,
            uren_per_week=Decimal(6),
            start_op=dag,
        )
        return deelname_starten(dossier_id=self.dossier.pk, gegevens=gegevens, **self.op(dag))

    def volg(
        self,
        soort: Urensoort,
        totaal: int,
        *,
        vanaf: date,
        per_week: int = 16,
        deelname: Deelname | None = None,
    ) -> date:
        """So many hours, week by week; returns the last day."""
        dagen = [vanaf + nummer * WEEK for nummer in range(-(-totaal // per_week))]
        rest = totaal
        regels = []
        for dag in dagen:
            uren = min(per_week, rest)
            rest -= uren
            regels.append(UrenGegevens(soort=soort, op=dag, uren=Decimal(uren), deelname=deelname))
        uren_vastleggen(dossier_id=self.dossier.pk, regels=regels, **self.op(dagen[-1]))
        return dagen[-1]

    # --- Exams -----------------------------------------------------------------------------------
    def doe_examen(
        self,
        onderdeel: Onderdeel,
        dag: date,
        *,
        niveau: str = "B1",
        uitslag: ExamenUitslag = ExamenUitslag.GESLAAGD,
    ) -> None:
        bekend = dag + 6 * WEEK
        examen_aanmelden(
            dossier_id=self.dossier.pk,
            onderdeel=onderdeel,
            gegevens=ExamenGegevens(
                examen_op=dag, niveau="" if onderdeel is Onderdeel.KNM else niveau
            ),
            uitslag=UitslagGegevens(uitslag=uitslag, uitslag_op=bekend),
            **self.op(bekend),
        )

    # --- PVT and MAP -----------------------------------------------------------------------------
    def volg_pvt(self, dag: date) -> None:
        """Six hours of introduction, an excursion of four, and two at the signing."""
        for nummer, (soort, uren) in enumerate(
            (
                (BijeenkomstSoort.INLEIDING, 6),
                (BijeenkomstSoort.ACTIVITEIT, 4),
                (BijeenkomstSoort.ONDERTEKENING, 2),
            )
        ):
            self.kom_naar_pvt(soort, dag + nummer * WEEK, uren=uren)

    def kom_naar_pvt(self, soort: BijeenkomstSoort, dag: date, *, uren: int) -> PvtBijeenkomst:
        bijeenkomst = bijeenkomst_maken(
            gegevens=BijeenkomstGegevens(
                soort=soort,
                begint_at=datetime(dag.year, dag.month, dag.day, 9, tzinfo=AMSTERDAM),
                uren=Decimal(uren),
                plaats=f"De Schans, zaal {self.dossier.dossiernummer}",
                onderwerp="Vrijheid en gelijkwaardigheid",
                begeleider="Anja Veen",
                plaatsen=12,
            ),
            **self.op(dag),
        )
        (deelname,) = uitnodigen(
            bijeenkomst_id=bijeenkomst.pk, dossier_ids=[self.dossier.pk], **self.op(dag)
        )
        regel = Presentieregel(
            deelname_id=deelname.pk,
            status=PvtDeelnameStatus.AANWEZIG,
            uren=Decimal(uren),
            ondertekend=soort is BijeenkomstSoort.ONDERTEKENING,
        )
        bijeenkomst.refresh_from_db()
        return presentie_vastleggen(
            bijeenkomst_id=bijeenkomst.pk,
            versie=bijeenkomst.versie,
            regels=[regel],
            **self.op(dag),
        )

    def volg_map(self, dag: date, *, gesprek_op: date) -> None:
        """Forty hours of practice, the eight themes, and the closing talk."""
        self.volg(Urensoort.MAP_PRAKTIJK, 40, vanaf=dag, per_week=8)
        for thema in MapThemaSoort:
            map_thema_vastleggen(
                dossier_id=self.dossier.pk, soort=thema, gedaan_op=dag, **self.op(dag)
            )
        map_eindgesprek_voeren(
            dossier_id=self.dossier.pk,
            gegevens=MapEindgesprek(op=gesprek_op, verslag="Wil in de zorg werken."),
            **self.op(gesprek_op),
        )

    # --- Where it stands -------------------------------------------------------------------------
    def nog(self) -> list[str]:
        """The requirements that are open, by their kind."""
        return [eis.soort.value for eis in eisen_van(self.dossier) if eis.open]

    def schakels(self) -> Sequence[str]:
        """The state of links 4 and 5."""
        rijen = Schakel.objects.filter(
            inburgeraar=self.dossier, nummer__gte=SchakelNummer.INBURGEREN
        )
        return list(rijen.order_by("nummer").values_list("status", flat=True))

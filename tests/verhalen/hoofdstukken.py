"""The chapters of the thread: a household of three, by the real services, on days in 2024.

Every statutory date stands here and was counted by hand from the law, not by the system.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from inburgering.datums import AMSTERDAM, OnzekereDatum
from inburgering.enums import Gezinsrol
from inburgering.models import Inburgeraar
from inburgering.services.dossiers import toewijzen
from inburgering.services.plichten import PlichtGegevens, plicht_vastleggen
from intake.models import BredeIntake, Leerbaarheidstoets, Onderdeel, OnderdeelSoort, ToetsUitslag
from intake.services.intake import (
    intake_afronden,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.toets import toets_uitslag_vastleggen
from medewerkers.models import Medewerker
from ontzorgen.policies.perioden import Bijstand, Partnerkeuze
from ontzorgen.queries.partners import partnerleden
from ontzorgen.services.bijstand import bijstand_vastleggen
from ontzorgen.services.perioden import ontzorgen_activeren
from overdracht.models import Overdracht
from overdracht.services.gesprek import gesprek_houden, gesprek_plannen
from overdracht.services.huisvesting import (
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_bezichtigen,
    woning_toewijzen,
)
from overdracht.services.ontvangen import LidGegevens, OverdrachtGegevens, overdracht_ontvangen
from overdracht.services.overdrachten import verwerken
from overdracht.services.woningen import WoningGegevens
from pip_plans.models import Pip
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from tests.factories import persoongegevens
from wet.doelgroepen import GedetailleerdeDoelgroep

KOPPELING = date(2024, 1, 8)
GESPREK = date(2024, 1, 23)
VERHUISD = date(2024, 2, 15)
BRP = date(2024, 2, 20)
KENNISGEVING = date(2024, 3, 11)
# Ten weeks after 11 March is 20 May 2024, second day of Pentecost: the day after.
PIP_LAATSTE_DAG = date(2024, 5, 21)
DAGTEKENING = date(2024, 4, 22)
# Three years, never moved: 22 April 2027 is a Thursday all the same.
INBURGERING = (date(2024, 4, 23), date(2027, 4, 22))
# Three months to offer lessons.
AANBOD = (date(2024, 4, 23), date(2024, 7, 22))
BEKEND = date(2024, 4, 24)
# Six weeks, of which the day after being made known is the first.
BEZWAAR = (date(2024, 4, 25), date(2024, 6, 5))
# Six months from the day the right to bijstand arises.
ONTZORGEN = (date(2024, 2, 15), date(2024, 8, 14))


def om(dag: date, uur: int = 10) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM)


@dataclass
class Verhaal:
    """The household of Selam, her husband and their child, and who works for them."""

    oov: Medewerker
    consulent: Medewerker
    administratie: Medewerker
    overdracht: Overdracht | None = None

    @property
    def selam(self) -> Inburgeraar:
        return Inburgeraar.objects.get(persoon__voornamen="Selam")

    def als_oov(self, dag: date) -> dict[str, Any]:
        assert self.overdracht
        return {"overdracht_id": self.overdracht.pk, "door": self.oov, "nu": om(dag)}

    def als_consulent(self, dag: date) -> dict[str, Any]:
        return {"door": self.consulent, "nu": om(dag)}


def ontvangen(verhaal: Verhaal) -> None:
    leden = [
        ("Selam", Gezinsrol.REFERENT, OnzekereDatum(1992, 4, 12)),
        ("Filmon", Gezinsrol.PARTNER, OnzekereDatum(1989)),
        ("Luwam", Gezinsrol.KIND, OnzekereDatum(2018, 9, 1)),
    ]
    verhaal.overdracht = overdracht_ontvangen(
        gegevens=OverdrachtGegevens(azc="Ter Apel", koppeling_op=KOPPELING, kamers=2),
        personen=[
            LidGegevens(
                persoon=persoongegevens(
                    voornamen=naam, achternaam="Tesfay", geboortedatum=geboren, bsn=""
                ),
                rol=rol,
            )
            for naam, rol, geboren in leden
        ],
        vergunning_vanaf=date(2023, 11, 20),
        door=verhaal.oov,
        nu=om(date(2024, 1, 10)),
    )
    verwerken(**verhaal.als_oov(date(2024, 1, 11)))
    for dossier in Inburgeraar.objects.all():
        toewijzen(
            dossier_id=dossier.pk,
            consulent=verhaal.consulent,
            door=verhaal.consulent,
            nu=om(date(2024, 1, 11)),
        )


def gesprek_voeren(verhaal: Verhaal) -> None:
    wie = verhaal.als_oov(date(2024, 1, 15)) | {"door": verhaal.consulent}
    gesprek_plannen(**wie, begint_at=om(GESPREK, 14), plaats="AZC Ter Apel", met="COA")
    gesprek_houden(**wie | {"nu": om(GESPREK, 16)}, op=GESPREK, verslag="Kennisgemaakt.")


def huisvesten(verhaal: Verhaal) -> None:
    woning = WoningGegevens(straat="Wilgenhof", huisnummer="12", postcode="9351 AB", plaats="Leek")
    woning_toewijzen(**verhaal.als_oov(date(2024, 1, 25)), woning=woning, op=date(2024, 1, 25))
    gezien = date(2024, 1, 30)
    woning_bezichtigen(**verhaal.als_oov(gezien) | {"door": verhaal.consulent}, op=gezien)
    ja = date(2024, 1, 31)
    woning_accepteren(**verhaal.als_oov(ja), op=ja, huur_vanaf=VERHUISD)
    verhuizen(**verhaal.als_oov(VERHUISD), op=VERHUISD)
    inschrijven(**verhaal.als_oov(BRP) | {"door": verhaal.consulent}, brp_op=BRP)


def plicht_kennen(verhaal: Verhaal) -> None:
    plicht_vastleggen(
        dossier_id=verhaal.selam.pk,
        gegevens=PlichtGegevens(
            start_op=KENNISGEVING,
            kennisgeving_op=KENNISGEVING,
            gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        ),
        **verhaal.als_consulent(date(2024, 3, 13)),
    )


def bijstand_krijgen(verhaal: Verhaal) -> None:
    uitkering = bijstand_vastleggen(
        dossier_id=verhaal.selam.pk,
        bijstand=Bijstand(start_op=VERHUISD, besluit_op=date(2024, 2, 26)),
        **verhaal.als_consulent(date(2024, 2, 27)),
    )
    ontzorgen_activeren(
        periode_id=uitkering.ontzorgperiode.pk,
        versie=None,
        besluit_op=date(2024, 2, 26),
        machtiging_op=date(2024, 2, 28),
        partnerkeuze=Partnerkeuze(
            partner_id=partnerleden(verhaal.selam.persoon_id)[0].persoon_id,
            machtiging_op=date(2024, 2, 28),
        ),
        door=verhaal.administratie,
        nu=om(date(2024, 2, 29)),
    )


def intake_doen(verhaal: Verhaal) -> None:
    intake_starten(dossier_id=verhaal.selam.pk, **verhaal.als_consulent(date(2024, 3, 18)))
    wie = verhaal.als_consulent(date(2024, 4, 8))
    intake = BredeIntake.objects.get(inburgeraar=verhaal.selam)
    for deel in Onderdeel.objects.filter(intake=intake):
        vve = deel.soort == OnderdeelSoort.VVE
        onderdeel_invullen(
            onderdeel_id=deel.pk,
            versie=deel.versie,
            tekst="Luwam gaat al naar de basisschool." if vve else "Besproken met een tolk.",
            **wie,
        )
    toets_uitslag_vastleggen(
        toets_id=Leerbaarheidstoets.objects.get(inburgeraar=verhaal.selam).pk,
        versie=None,
        uitslag=ToetsUitslag.HAALBAAR,
        uitslag_op=date(2024, 4, 2),
        **wie,
    )
    intakegegevens_vastleggen(
        intake_id=intake.pk,
        versie=None,
        tolktaal="Tigrinya",
        alleen_spreken_op=date(2024, 3, 18),
        verslag="Twee gesprekken.",
        **wie,
    )
    intake_afronden(intake_id=intake.pk, versie=None, **wie)


PLAN: dict[str, Any] = {
    "leerroute": "B",
    "niveau": "",
    "leerroute_uren": 600,
    "pvt_uren": 12,
    "map_uren": 40,
    "voortgangsgesprekken": 6,
    "motivering": "De leerbaarheidstoets liet zien dat de B1-route haalbaar is.",
    "begeleiding": "Elke twee maanden een gesprek.",
    "vve": "niet_van_toepassing",
    "vve_tekst": "",
    "participatiewet": "niet_van_toepassing",
    "examenwens_z": "",
}


def plan_maken(verhaal: Verhaal) -> Pip:
    wie = verhaal.als_consulent(date(2024, 4, 10))
    pip = opstellen(dossier_id=verhaal.selam.pk, **wie)
    return inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=PLAN, **wie)

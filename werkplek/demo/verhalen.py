"""What happens to people in the demo: each step is the real service on its own day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from besluiten.models import Bekendmaking, Besluit, Verzending
from besluiten.services.besluiten import bekendmaken
from besluiten.services.brieven import brief_verzenden
from besluiten.services.toelichting import Feiten, toelichting_maken
from inburgering.enums import (
    BeeindigReden,
    ContactSoort,
    DocumentSoort,
    Gezinsrol,
    Regime,
    TermijnSoort,
    TermijnStatus,
    VerblijfSoort,
)
from inburgering.handelingen import handeling
from inburgering.models import Gezinslid, Inburgeraar, Persoon
from inburgering.services.aanmelden import migrant_aanmelden
from inburgering.services.contacten import contact_vastleggen, notitie_schrijven
from inburgering.services.documenten import document_toevoegen
from inburgering.services.dossiers import (
    beeindigen,
    dossier_openen,
    opschorten,
    sluiten_voor_anderen,
    toewijzen,
    voltooien,
)
from inburgering.services.personen import persoon_vastleggen
from inburgering.services.plichten import (
    PlichtGegevens,
    plicht_vastleggen,
    verblijf_vastleggen,
)
from intake.models import BredeIntake, Leerbaarheidstoets, Onderdeel, OnderdeelSoort, ToetsUitslag
from intake.services.intake import (
    intake_afronden,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.toets import toets_uitslag_vastleggen
from leerroutes.services.afronding import gemeld_vastleggen, inburgeren_afronden
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from ontzorgen.policies.perioden import Bijstand, Partnerkeuze
from ontzorgen.queries.partners import partnerleden
from ontzorgen.services.bijstand import bijstand_vastleggen
from ontzorgen.services.perioden import ALLEEN, afgelopen_beeindigen, ontzorgen_activeren
from overdracht.models import Overdracht
from overdracht.services.begeleiding import begeleiding_starten
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
from pip_plans.enums import TeLaatOorzaak
from pip_plans.models import Pip, TeLaat
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from pip_plans.services.vaststellen import vaststellen
from werkplek.demo.gesprekken import gesprekken_voeren, niet_komen
from werkplek.demo.namen import ASIEL, AZCS, CORPORATIE, OVERIG, Land
from werkplek.demo.teksten import BEGELEIDING, FEITEN, INTAKE, MOTIVERING
from werkplek.demo.volbrengen import volbreng
from werkplek.demo.wereld import Wereld
from wet.doelgroepen import Doelgroep, GedetailleerdeDoelgroep
from wet.leerroutes import Leerroute
from wet.pip import Opname
from wet.termijnen import inburgeringstermijn

# From koppeling to the next steps, in days: (at least, at most).
NAAR_GESPREK = (14, 28)
NAAR_WONING = (40, 75)
NAAR_VERHUIZING = (80, 130)
NAAR_PIP = (35, 82)  # from registration; the law gives seventy
ROUTES = (Leerroute.B, Leerroute.B, Leerroute.B, Leerroute.Z, Leerroute.Z, Leerroute.O)
AFSPRAKEN: dict[str, Any] = {
    "afspraken_verhuizing": "De Schans haalt het gezin op en helpt met de inrichting.",
    "afspraken_inschrijving": "Samen langs de balie in Leek, in de week van de sleutel.",
    "afspraken_uitkering": "Intake voor de bijstand op dezelfde dag.",
}
UREN = {Leerroute.B: (450, 600), Leerroute.O: (1000, 1200), Leerroute.Z: (800,)}


@dataclass
class Verteller:
    """Tells stories in one world, with the colleagues who act in them."""

    wereld: Wereld
    collegas: dict[str, Medewerker]
    consulenten: Sequence[Medewerker]
    schans: Partnerorganisatie

    # --- Asylum households ---------------------------------------------------------------------
    def huishouden(self, koppeling: date) -> None:
        """A household, from its koppeling as far as it is on the reference day."""
        w = self.wereld
        oov = self.collegas[Rol.OOV]
        leden = self._leden(w.kans.choice(ASIEL), koppeling)
        overdracht = overdracht_ontvangen(
            gegevens=OverdrachtGegevens(
                azc=f"AZC {(plaats := w.kans.choice(AZCS))}",
                azc_plaats=plaats,
                koppeling_op=koppeling,
                verwacht_op=koppeling + timedelta(days=84),
                contact_coa="Casemanager COA",
                regioadvies=w.kans.choice(("", "Noord-Nederland.")),
                familie=w.kans.choice(("", "", "zus, in Groningen")),
                wens=w.kans.choice(("", "dicht bij een moskee", "een dorp met een school")),
                kamers=max(1, len(leden) - 1),
                begane_grond=w.kans.random() < 0.1,
            ),
            personen=leden,
            vergunning_vanaf=koppeling - timedelta(days=w.kans.randint(20, 60)),
            door=oov,
            nu=self._nu(koppeling + timedelta(days=2)),
        )
        dossiers = self._dossiers(overdracht)
        self._voorbereiden(overdracht, dossiers, koppeling)

    def _voorbereiden(self, overdracht: Overdracht, dossiers: list[Inburgeraar], k: date) -> None:
        """Talk, home, move, registration; then each adult goes on alone."""
        w, oov = self.wereld, self.collegas[Rol.OOV]
        consulent = self._consulent()
        wie: dict[str, Any] = {"overdracht_id": overdracht.pk}
        if not self._al(k, 4):
            return
        nu = self._nu(k + timedelta(days=4))
        with handeling(door=oov, nu=nu, dossiers=[d.pk for d in dossiers]):
            verwerken(**wie, door=oov, nu=nu)
            for dossier in dossiers:
                toewijzen(dossier_id=dossier.pk, consulent=consulent, door=oov, nu=nu)
        begint_at = w.afspraak(k + timedelta(days=w.kans.randint(*NAAR_GESPREK)))
        gesprek = (begint_at.date() - k).days
        if not self._al(k, 8):
            return
        gesprek_plannen(
            **wie,
            begint_at=begint_at,
            plaats=overdracht.azc,
            met="COA",
            tolktaal=dossiers[0].persoon.tolktaal,
            door=consulent,
            nu=self._nu(k + timedelta(days=8)),
        )
        if not self._al(k, gesprek):
            return
        gesprek_houden(
            **wie,
            op=k + timedelta(days=gesprek),
            verslag="Kennisgemaakt op het AZC, samen met het COA en een tolk.",
            door=consulent,
            nu=self._nu(k + timedelta(days=gesprek)),
        )
        self._huisvesten(overdracht, dossiers, k, consulent)

    def _huisvesten(
        self, overdracht: Overdracht, dossiers: list[Inburgeraar], k: date, consulent: Medewerker
    ) -> None:
        w, oov = self.wereld, self.collegas[Rol.OOV]
        wie: dict[str, Any] = {"overdracht_id": overdracht.pk}
        woning, verhuizing = w.kans.randint(*NAAR_WONING), w.kans.randint(*NAAR_VERHUIZING)
        adres = WoningGegevens(**w.adres(), corporatie=CORPORATIE)
        kennisgeving = k + timedelta(days=w.kans.randint(-20, 40))
        if self._al(k, woning):
            dag = k + timedelta(days=woning)
            woning_toewijzen(**wie, woning=adres, op=dag, door=oov, nu=self._nu(dag))
        if self._al(k, woning + 7):
            dag = k + timedelta(days=woning + 7)
            nu = self._nu(dag)
            woning_bezichtigen(**wie, op=dag, door=consulent, nu=nu, **AFSPRAKEN)
            huur = k + timedelta(days=verhuizing)
            woning_accepteren(**wie, op=dag, huur_vanaf=huur, sleutel_op=huur, door=oov, nu=nu)
            begeleiding_starten(**wie, partner=self.schans, op=dag, door=oov, nu=nu)
        if self._al(kennisgeving, 5):
            for dossier in dossiers:
                self._plicht(dossier, kennisgeving, consulent)
        if not self._al(k, verhuizing + 3):
            return
        dag = k + timedelta(days=verhuizing)
        verhuizen(**wie, op=dag, door=oov, nu=self._nu(dag + timedelta(days=1)))
        brp = dag + timedelta(days=2)
        inschrijven(**wie, brp_op=brp, door=consulent, nu=self._nu(brp))
        route = w.kans.choice(ROUTES)
        self._bijstand(dossiers[0], dag, consulent)
        for dossier in dossiers:
            self._inburgeren(
                dossier, start=max(brp, kennisgeving), consulent=consulent, route=route
            )

    # --- From intake to the end ----------------------------------------------------------------
    def _inburgeren(
        self, dossier: Inburgeraar, *, start: date, consulent: Medewerker, route: Leerroute
    ) -> None:
        """The intake in sittings, the plan, and what came after, as far as the days reach."""
        w = self.wereld
        pip = w.kans.randint(*NAAR_PIP)
        if not self._al(start, 6):
            return
        self._intake(dossier, start + timedelta(days=6), consulent, klaar=self._al(start, pip - 6))
        if not self._al(start, pip - 6):
            return
        plan = self._plan(dossier, start + timedelta(days=pip - 5), consulent, route)
        if not self._al(start, pip):
            return
        dag = start + timedelta(days=pip)
        besluit = vaststellen(
            pip_id=plan.pk,
            versie=plan.versie,
            duo_reden="Gegevens van DUO volgen nog.",
            te_laat=_te_laat(dossier, dag),
            door=consulent,
            nu=self._nu(dag),
        )
        if not self._al(dag, 365):
            self._toelichting(dossier, besluit, route, consulent, dag)
        if self._al(dag, 1):
            self._bekend(besluit, dag + timedelta(days=w.kans.randint(0, 1)), consulent)
        self._daarna(dossier, dag, consulent)

    def _intake(
        self, dossier: Inburgeraar, dag: date, consulent: Medewerker, *, klaar: bool
    ) -> None:
        w = self.wereld
        nu = self._nu(dag)
        wie: dict[str, Any] = {"door": consulent, "nu": nu}
        with handeling(dossiers=[dossier.pk], **wie):
            intake_starten(dossier_id=dossier.pk, **wie)
        intake = BredeIntake.objects.get(inburgeraar=dossier)
        nu = self._nu(min(dag + timedelta(days=7), w.peildatum))
        wie = {"door": consulent, "nu": nu}
        onderdelen = list(Onderdeel.objects.filter(intake=intake))
        deel = onderdelen if klaar else onderdelen[: w.kans.randint(1, 4)]
        with handeling(dossiers=[dossier.pk], **wie):
            for onderdeel in deel:
                geen = onderdeel.soort == OnderdeelSoort.VVE and w.kans.random() < 0.6
                onderdeel_invullen(
                    onderdeel_id=onderdeel.pk,
                    versie=onderdeel.versie,
                    tekst="" if geen else w.kans.choice(INTAKE[onderdeel.soort]),
                    niet_van_toepassing=geen,
                    feiten=FEITEN.get(onderdeel.soort),
                    **wie,
                )
            if klaar:
                self._sluit_intake(dossier, intake, wie)
        if not klaar:
            gesprekken_voeren(dossier, dag=dag, peildatum=w.peildatum, door=consulent, nu=self._nu)

    def _sluit_intake(self, dossier: Inburgeraar, intake: BredeIntake, wie: dict[str, Any]) -> None:
        w = self.wereld
        dag = wie["nu"].date()
        toets_uitslag_vastleggen(
            toets_id=Leerbaarheidstoets.objects.get(inburgeraar=dossier).pk,
            versie=None,
            uitslag=w.kans.choice(list(ToetsUitslag)),
            uitslag_op=dag,
            **wie,
        )
        intakegegevens_vastleggen(
            intake_id=intake.pk,
            versie=None,
            tolktaal=dossier.persoon.tolktaal,
            alleen_spreken_op=dag,
            verslag="Drie gesprekken gevoerd, met tolk. Het verslag is besproken.",
            **wie,
        )
        intake_afronden(intake_id=intake.pk, versie=None, **wie)

    def _plan(
        self, dossier: Inburgeraar, dag: date, consulent: Medewerker, route: Leerroute
    ) -> Pip:
        nu = self._nu(dag)
        wie: dict[str, Any] = {"door": consulent, "nu": nu}
        asiel = dossier.doelgroep == Doelgroep.ASIEL.value
        with handeling(dossiers=[dossier.pk], **wie):
            pip = opstellen(dossier_id=dossier.pk, **wie)
            inhoud = {
                "leerroute": route.value,
                "niveau": "",
                "leerroute_uren": self.wereld.kans.choice(UREN[route]) if asiel else None,
                "participatie_uren": 800 if route is Leerroute.Z and asiel else None,
                "pvt_uren": 12,
                "map_uren": None if route is Leerroute.O else 40,
                "voortgangsgesprekken": 6,
                "motivering": MOTIVERING[route],
                "begeleiding": BEGELEIDING,
                "vve": Opname.NIET_VAN_TOEPASSING.value,
                "vve_tekst": "",
                "participatiewet": Opname.NIET_VAN_TOEPASSING.value,
                "examenwens_z": Opname.NIET_VAN_TOEPASSING.value if route is Leerroute.Z else "",
            }
            return inhoud_wijzigen(pip_id=pip.pk, versie=pip.versie, inhoud=inhoud, **wie)

    def _toelichting(
        self,
        dossier: Inburgeraar,
        besluit: Besluit,
        route: Leerroute,
        consulent: Medewerker,
        dag: date,
    ) -> None:
        """A sheet in English lies ready to go along with the decision."""
        termijn = inburgeringstermijn(dag).bekend
        assert termijn is not None  # a day is given
        feiten = Feiten(kenmerk=besluit.kenmerk, leerroute=route, laatste_dag=termijn.eind_op)
        wie: dict[str, Any] = {"door": consulent, "nu": self._nu(dag)}
        with handeling(dossiers=[dossier.pk], **wie) as act:
            brief = toelichting_maken(act, dossier=dossier, taal="en", feiten=feiten)
        if self._al(dag, 30) and brief.pk % 4:
            brief_verzenden(
                brief_id=brief.pk, versie=None, wijze=Verzending.UITGEREIKT, op=dag, **wie
            )

    def _bekend(self, besluit: Besluit, dag: date, consulent: Medewerker) -> None:
        bekendmaken(
            besluit_id=besluit.pk,
            versie=besluit.versie,
            wijze=self.wereld.kans.choice((Bekendmaking.UITGEREIKT, Bekendmaking.VERZONDEN)),
            op=dag,
            door=consulent,
            nu=self._nu(dag),
        )

    def _daarna(self, dossier: Inburgeraar, dag: date, consulent: Medewerker) -> None:
        """Some move away, rest for a while, or finish; with most of them one just talks."""
        w = self.wereld
        lot = w.kans.random()
        if self._al(dag, 60):
            contact = dag + timedelta(days=w.kans.randint(20, 60))
            contact_vastleggen(
                dossier_id=dossier.pk,
                soort=w.kans.choice((ContactSoort.TELEFOON, ContactSoort.GESPREK)),
                op=contact,
                tekst="De lessen zijn begonnen. Er zijn nog vragen over de huurtoeslag.",
                door=consulent,
                nu=self._nu(contact),
            )
        if self._al(dag, 900) and lot < 0.8:
            self._voltooi(dossier, dag + timedelta(days=w.kans.randint(700, 890)), consulent)
        elif self._al(dag, 300) and lot < 0.06:
            beeindigen(
                dossier_id=dossier.pk,
                reden=BeeindigReden.VERHUISD,
                op=dag + timedelta(days=290),
                door=consulent,
                nu=self._nu(dag + timedelta(days=295)),
            )
        elif self._al(dag, 200) and lot > 0.96:
            opschorten(
                dossier_id=dossier.pk,
                door=consulent,
                nu=self._nu(dag + timedelta(days=190)),
                reden="Tijdelijke vrijstelling: volgt een opleiding.",
            )

    def _voltooi(self, dossier: Inburgeraar, dag: date, consulent: Medewerker) -> None:
        wie: dict[str, Any] = {"door": consulent, "nu": self._nu(dag)}
        with handeling(dossiers=[dossier.pk], **wie):
            volbreng(dossier, op=dag, wie=wie)
            inburgeren_afronden(dossier_id=dossier.pk, **wie)
        if self._al(dag, 21) and self.wereld.kans.random() < 0.7:
            wie = {"door": consulent, "nu": self._nu(dag + timedelta(days=21))}
            with handeling(dossiers=[dossier.pk], **wie):
                gemeld_vastleggen(
                    dossier_id=dossier.pk, versie=None, op=dag + timedelta(days=2), **wie
                )
                voltooien(dossier_id=dossier.pk, besloten_op=dag + timedelta(days=20), **wie)

    def _bijstand(self, dossier: Inburgeraar, dag: date, consulent: Medewerker) -> None:
        """Bijstand from the move; the six months are arranged soon after, and end by themselves."""
        administratie = self.collegas[Rol.ADMINISTRATIE]
        if not self._al(dag, 10):
            return
        uitkering = bijstand_vastleggen(
            dossier_id=dossier.pk,
            bijstand=Bijstand(start_op=dag, besluit_op=dag + timedelta(days=9)),
            door=consulent,
            nu=self._nu(dag + timedelta(days=10)),
        )
        periode = getattr(uitkering, "ontzorgperiode", None)
        if periode is None or not self._al(dag, 16):
            return
        ontzorgen_activeren(
            periode_id=periode.pk,
            versie=None,
            besluit_op=dag + timedelta(days=9),
            machtiging_op=dag + timedelta(days=12),
            partnerkeuze=_partner_van(dossier, op=dag + timedelta(days=12)),
            door=administratie,
            nu=self._nu(dag + timedelta(days=16)),
        )
        if periode.eind_op < self.wereld.peildatum:
            nacht = self._nu(periode.eind_op + timedelta(days=1))
            afgelopen_beeindigen(door=Medewerker.objects.systeem(), nu=nacht, dossiers=[dossier.pk])

    # --- Others ------------------------------------------------------------------------------
    def migrant(
        self, kennisgeving: date, *, leeftijd: int | None = None, route: Leerroute | None = None
    ) -> None:
        """A gezins- or overige migrant, from DUO's kennisgeving."""
        w = self.wereld
        consulent = self._consulent()
        groep = w.kans.choice(
            (
                GedetailleerdeDoelgroep.GEZINSHERENIGER,
                GedetailleerdeDoelgroep.GEZINSVORMER,
                GedetailleerdeDoelgroep.GEESTELIJK_BEDIENAAR,
                GedetailleerdeDoelgroep.OVERIG,
            )
        )
        nu = self._nu(kennisgeving + timedelta(days=3))
        wie: dict[str, Any] = {"door": consulent, "nu": nu}
        land = w.kans.choice(OVERIG)
        with handeling(**wie):
            dossier = migrant_aanmelden(
                gegevens=w.persoon(
                    land,
                    leeftijd=leeftijd or w.kans.randint(21, 55),
                    op=kennisgeving,
                    asiel=False,
                ),
                groep=groep,
                **wie,
            )
            self._woont(dossier.persoon_id, kennisgeving - timedelta(days=30), wie)
            plicht_vastleggen(dossier_id=dossier.pk, gegevens=_plicht(kennisgeving, groep), **wie)
        route = route or w.kans.choice((Leerroute.B, Leerroute.B, Leerroute.Z))
        self._inburgeren(dossier, start=kennisgeving, consulent=consulent, route=route)

    def ondertussen(self, dag: date) -> None:
        """Somebody under the Wet inburgering 2013: guidance, no PIP."""
        w = self.wereld
        consulent = self._consulent()
        wie: dict[str, Any] = {"door": consulent, "nu": self._nu(dag)}
        land = w.kans.choice(ASIEL)
        with handeling(**wie):
            persoon = persoon_vastleggen(
                gegevens=w.persoon(land, leeftijd=w.kans.randint(23, 58), op=dag), **wie
            )
            dossier = dossier_openen(
                persoon=persoon,
                doelgroep=Doelgroep.ASIEL,
                regime=Regime.WI2013,
                consulent=consulent,
                **wie,
            )
            self._woont(persoon.pk, dag - timedelta(days=40), wie)
            plicht_vastleggen(
                dossier_id=dossier.pk,
                gegevens=_plicht(
                    dag - timedelta(days=60), GedetailleerdeDoelgroep.ASIELSTATUSHOUDER
                ),
                **wie,
            )
        if w.kans.random() < 0.35:
            klaar = date(2024, 1, 8) + timedelta(days=w.kans.randint(0, 600))
            if klaar < w.peildatum:
                voltooien(
                    dossier_id=dossier.pk,
                    besloten_op=klaar,
                    door=consulent,
                    nu=self._nu(klaar + timedelta(days=7)),
                )

    def bijzonder(self) -> None:
        """A closed dossier, a note, a file, a child: what every part of the system should show."""
        w, leider = self.wereld, self.collegas[Rol.TEAMLEIDER]
        if not Persoon.objects.filter(v_nummer=w.eerste_v_nummer).exists():
            self.migrant(w.peildatum - timedelta(days=20))  # an intake half-way, in any demo
            jong = w.peildatum - timedelta(days=280)  # and somebody young who studies
            self.migrant(jong, leeftijd=19, route=Leerroute.O)
        nu = self._nu(w.peildatum)
        consulent = self.collegas[Rol.CONSULENT]
        eigen = Inburgeraar.objects.filter(consulent=consulent, status="actief").order_by("pk")
        gesloten = eigen.filter(regime=Regime.WI2021).last()
        gewoon = eigen.filter(regime=Regime.WI2021, gesloten=False).first()
        if gesloten is None or gewoon is None:
            return
        sluiten_voor_anderen(
            dossier_id=gesloten.pk,
            medewerkers=[consulent, leider],
            door=leider,
            nu=nu,
            reden="Familielid van een collega.",
        )
        notitie_schrijven(
            dossier_id=gewoon.pk, tekst="Liever ’s middags bellen.", door=consulent, nu=nu
        )
        document_toevoegen(
            dossier_id=gewoon.pk,
            soort=DocumentSoort.OVERIG,
            titel="Verklaring van de taalschool",
            bestandsnaam="verklaring.png",
            inhoud=_STIP,
            door=consulent,
            nu=nu,
        )
        niet_komen(
            dossiers=Inburgeraar.objects.filter(status="actief", gesloten=False),
            peildatum=w.peildatum,
            door=consulent,
            nu=self._nu,
        )

    # --- Small things --------------------------------------------------------------------------
    def _leden(self, land: Land, op: date) -> list[LidGegevens]:
        """One or two adults, and children who get no dossier."""
        w = self.wereld
        eerste = w.persoon(land, leeftijd=w.kans.randint(19, 57), op=op)
        leden = [LidGegevens(persoon=eerste, rol=Gezinsrol.REFERENT)]
        if w.kans.random() < 0.55:
            partner = w.persoon(
                land,
                leeftijd=w.kans.randint(20, 55),
                op=op,
                achternaam=w.kans.choice(land.achternamen),
                vrouw=eerste.geslacht != "v",
            )
            leden.append(LidGegevens(persoon=partner, rol=Gezinsrol.PARTNER))
        for _ in range(w.kans.choice((0, 0, 1, 2, 3)) if len(leden) > 1 else 0):
            kind = w.persoon(
                land,
                leeftijd=w.kans.randint(4, 15),
                op=op,
                achternaam=eerste.achternaam,
                asiel=False,
            )
            leden.append(LidGegevens(persoon=kind, rol=Gezinsrol.KIND, dossier=False))
        return leden

    def _dossiers(self, overdracht: Overdracht) -> list[Inburgeraar]:
        leden = Gezinslid.objects.filter(gezin=overdracht.gezin).values("persoon")
        return list(
            Inburgeraar.objects.filter(persoon__in=leden).select_related("persoon").order_by("pk")
        )

    def _plicht(self, dossier: Inburgeraar, kennisgeving: date, consulent: Medewerker) -> None:
        plicht_vastleggen(
            dossier_id=dossier.pk,
            gegevens=_plicht(kennisgeving, GedetailleerdeDoelgroep.ASIELSTATUSHOUDER),
            door=consulent,
            nu=self._nu(max(kennisgeving, dossier.geopend_op) + timedelta(days=4)),
        )

    def _woont(self, persoon_id: int, dag: date, wie: dict[str, Any]) -> None:
        verblijf_vastleggen(
            persoon_id=persoon_id,
            soort=VerblijfSoort.WONING,
            gemeentecode=Gemeente.objects.get().code,
            start_op=dag,
            brp_op=dag,
            **self.wereld.adres(),
            **wie,
        )

    def _consulent(self) -> Medewerker:
        return self.wereld.kans.choice(self.consulenten)

    def _al(self, begin: date, dagen: int) -> bool:
        """Whether `dagen` days after `begin` have passed on the reference day."""
        return begin + timedelta(days=dagen) <= self.wereld.peildatum

    def _nu(self, dag: date) -> datetime:
        return self.wereld.moment(min(dag, self.wereld.peildatum))


def _partner_van(dossier: Inburgeraar, *, op: date) -> Partnerkeuze:
    """The partner in the household shares the bijstand, and signed that day."""
    leden = partnerleden(dossier.persoon_id)
    return Partnerkeuze(partner_id=leden[0].persoon_id, machtiging_op=op) if leden else ALLEEN


def _te_laat(dossier: Inburgeraar, dag: date) -> TeLaat | None:
    """Some plans come after their ten weeks; then the cause is recorded."""
    voorbij = dossier.termijnen.filter(
        soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND, eind_op__lt=dag
    )
    return TeLaat(oorzaak=TeLaatOorzaak.WACHTEN_OP_TOETS) if voorbij.exists() else None


def _plicht(kennisgeving: date, groep: GedetailleerdeDoelgroep) -> PlichtGegevens:
    return PlichtGegevens(
        start_op=kennisgeving - timedelta(days=10),
        kennisgeving_op=kennisgeving,
        gedetailleerde_doelgroep=groep,
    )


# The smallest PNG there is: one grey dot.
_STIP = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6368000000820081dd436af40000000049454e44ae426082"
)

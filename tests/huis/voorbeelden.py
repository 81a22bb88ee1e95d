"""For every parameter in an address: something of the demo to ask for.

A page with a parameter that is not named here fails the nets, so a new kind of page cannot be
forgotten. What is asked for is looked up through what the colleague may see, and is as full as the
demo has it: the dossier with the most to show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import connection
from django.db.models import Count, Model, Q, QuerySet
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from besluiten.models import (
    Besluit,
    BesluitSoort,
    Bezwaar,
    BezwaarStatus,
    Brief,
    BriefSoort,
    BriefStatus,
    Brieftekst,
)
from inburgering.enums import AfspraakStatus, Onderdeel, TaakStatus, TermijnStatus
from inburgering.models import (
    Afspraak,
    Concept,
    Document,
    Gezinslid,
    Inburgeraar,
    Plicht,
    Taak,
    Termijn,
    Verblijf,
    Verblijfsrecht,
)
from intake.models import (
    Aandachtspunt,
    Diagnose,
    Hoofddoel,
    MomentStatus,
    OnderdeelSoort,
    Ontwikkelwens,
    Oproep,
    OproepVoor,
    Subdoel,
    Toetsmoment,
    Zitting,
)
from leerroutes.enums import (
    AanbodStatus,
    DeelnameStatus,
    GesprekStatus,
    KlachtStatus,
    MapThemaSoort,
    PlaatsingStatus,
    VacatureStatus,
)
from leerroutes.models import (
    Aanbieder,
    Begeleidingsmoment,
    Contract,
    Contractgesprek,
    Deelname,
    Enquete,
    Examenresultaat,
    Inburgeringsaanbod,
    Keurmerk,
    Klacht,
    Participatieplek,
    Plaatsing,
    PvtBijeenkomst,
    Taalkoppel,
    Taalschakeltraject,
    Tarief,
    Urenregel,
    Vacature,
    Voortgangsgesprek,
    Vrijwilliger,
    Werkgever,
)
from leerroutes.queries.uren import OP_EIGEN_PAGINA
from medewerkers.enums import Rol
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.toegang import INGELOGD, OPENBAAR
from ontzorgen.enums import BatchStatus, BetalingStatus, CoachStatus, RekeningStatus
from ontzorgen.models import (
    Betaalbatch,
    Betaalverzoek,
    Betaling,
    Coachmoment,
    Crediteurrekening,
    Ontzorgperiode,
    Tekort,
    Tekortoplossing,
    Toeslag,
    Uitkering,
    VasteLast,
    Voortzetting,
)
from ontzorgen.models.batch import BUITEN
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import Opdracht
from overdracht.models import (
    Nareis,
    NareisStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
    Woning,
    WoningStatus,
)
from overdracht.models.taakstelling import Opgave
from pip_plans.models import Pip, PipBijlage, PipStatus
from tests.proefsoort import PROEF


class GeenVoorbeeld(LookupError):
    """The demo has nothing of this kind, or the nets do not know the parameter."""


# --- Addresses -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Adres:
    """One address of the system; `recht` is what its view declares."""

    naam: str
    parameters: tuple[str, ...]
    recht: Any
    openbaar: bool

    def __str__(self) -> str:
        return self.naam


def adressen() -> list[Adres]:
    return [_adres(patroon) for patroon in _patronen(get_resolver().url_patterns)]


def _patronen(patronen: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from _patronen(patroon.url_patterns)
        else:
            yield patroon


def _adres(patroon: URLPattern) -> Adres:
    view = patroon.callback
    return Adres(
        naam=str(patroon.name),
        parameters=tuple(patroon.pattern.converters),
        recht=getattr(view, "recht", None),
        openbaar=not getattr(view, "login_required", True),
    )


def heeft_recht(adres: Adres, medewerker: Medewerker) -> bool:
    if adres.recht in (INGELOGD, OPENBAAR, None):
        return True
    return any(medewerker.heeft(recht) for recht in adres.recht)


# --- Things --------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Ding:
    """A kind of row that an address can name. `dossier` is the road to the dossier it hangs on."""

    model: type[Model]
    dossier: str


DINGEN: dict[str, Ding] = {
    "nummer": Ding(Inburgeraar, "pk"),
    "aandachtspunt_id": Ding(Aandachtspunt, "inburgeraar"),
    "aanbod_id": Ding(Inburgeringsaanbod, "inburgeraar"),
    "afspraak_id": Ding(Afspraak, "dossiers"),
    "besluit_id": Ding(Besluit, "inburgeraar"),
    "brief_id": Ding(Brief, "inburgeraar"),
    "bezwaar_id": Ding(Bezwaar, "besluit__inburgeraar"),
    "coachmoment_id": Ding(Coachmoment, "inburgeraar"),
    "deelname_id": Ding(Deelname, "inburgeraar"),
    "diagnose_id": Ding(Diagnose, "inburgeraar"),
    "document_id": Ding(Document, "inburgeraar"),
    "gesprek_id": Ding(Voortgangsgesprek, "inburgeraar"),
    "betaling_id": Ding(Betaling, "last__uitkering__inburgeraar"),
    "last_id": Ding(VasteLast, "uitkering__inburgeraar"),
    "oplossing_id": Ding(Tekortoplossing, "last__uitkering__inburgeraar"),
    "tekort_id": Ding(Tekort, "last__uitkering__inburgeraar"),
    "toeslag_id": Ding(Toeslag, "uitkering__inburgeraar"),
    "verzoek_id": Ding(Betaalverzoek, "last__uitkering__inburgeraar"),
    "voortzetting_id": Ding(Voortzetting, "uitkering__inburgeraar"),
    "hoofddoel_id": Ding(Hoofddoel, "inburgeraar"),
    "examen_id": Ding(Examenresultaat, "inburgeraar"),
    "lid_id": Ding(Gezinslid, "persoon__inburgeraar"),
    "nareis_id": Ding(Nareis, "inburgeraar"),
    "ontwikkelwens_id": Ding(Ontwikkelwens, "inburgeraar"),
    "oproep_id": Ding(Oproep, "inburgeraar"),
    "overdracht_id": Ding(Overdracht, "leden__persoon__inburgeraar"),
    "overdrachtslid_id": Ding(Overdrachtslid, "persoon__inburgeraar"),
    "periode_id": Ding(Ontzorgperiode, "uitkering__inburgeraar"),
    "plaatsing_id": Ding(Plaatsing, "inburgeraar"),
    "bijlage_id": Ding(PipBijlage, "pip__inburgeraar"),
    "pip_id": Ding(Pip, "inburgeraar"),
    "plicht_id": Ding(Plicht, "inburgeraar"),
    "subdoel_id": Ding(Subdoel, "inburgeraar"),
    "taalschakel_id": Ding(Taalschakeltraject, "inburgeraar"),
    "taak_id": Ding(Taak, "inburgeraar"),
    "termijn_id": Ding(Termijn, "inburgeraar"),
    "uitkering_id": Ding(Uitkering, "inburgeraar"),
    "urenregel_id": Ding(Urenregel, "inburgeraar"),
    "verblijf_id": Ding(Verblijf, "persoon__inburgeraar"),
    "verblijfsrecht_id": Ding(Verblijfsrecht, "persoon__inburgeraar"),
    "begeleidingsmoment_id": Ding(Begeleidingsmoment, "begeleiding__inburgeraar"),
    "taalkoppel_id": Ding(Taalkoppel, "inburgeraar"),
    "zitting_id": Ding(Zitting, "intake__inburgeraar"),
}

# Which of a kind an address asks for first, where it matters.
LIEVER: dict[str, Q] = {
    "begeleiding-beeindigen": Q(maatschappelijke_begeleiding__momenten__isnull=False),
    "begeleiding-hervatten": Q(maatschappelijke_begeleiding__momenten__isnull=False),
    "begeleiding-moment": Q(maatschappelijke_begeleiding__momenten__isnull=False),
    "begeleiding-verwijderen": Q(maatschappelijke_begeleiding__momenten__isnull=False),
    "begeleiding-wijzigen": Q(maatschappelijke_begeleiding__momenten__isnull=False),
    "pvt-elders": Q(participatieverklaring__isnull=True),
    "pvt-elders-gevolgd": Q(participatieverklaring__isnull=True),
    "pvt-elders-verwijderen": Q(pvt_elders__isnull=False),
    "pvt-intrekken": Q(participatieverklaring__isnull=False),
    "taalkoppel-beeindigen": Q(vrijwilliger__partner__isnull=False),
    "taalkoppel-uren": Q(vrijwilliger__partner__isnull=False),
    "afspraak-afzeggen": Q(status=AfspraakStatus.GEPLAND),
    "brief-verzenden": Q(status=BriefStatus.GEMAAKT),
    "bekendmaken": Q(soort=BesluitSoort.PIP),
    "bezwaar": Q(status=BezwaarStatus.ONTVANGEN),
    "bezwaar-bekendmaken": Q(status=BezwaarStatus.BESLIST),
    "bezwaar-registreren": Q(soort=BesluitSoort.PIP),
    "coaching": Q(coachmomenten__isnull=False),
    "coaching-houden": Q(status=CoachStatus.GEPLAND),
    "coaching-terugzetten": Q(status=CoachStatus.GEHOUDEN),
    "coaching-vervallen": Q(status=CoachStatus.GEPLAND),
    "coaching-wijzigen": Q(status=CoachStatus.GEPLAND),
    "leerroute-aanbod-aanvaarden": Q(status=AanbodStatus.GEDAAN),
    "leerroute-aanbod-antwoord-terugnemen": Q(status=AanbodStatus.AANVAARD),
    "leerroute-aanbod-brief": Q(status=AanbodStatus.GEDAAN),
    "leerroute-aanbod-starten": Q(status=AanbodStatus.AANVAARD),
    "leerroute-aanbod-wachtlijst": Q(status=AanbodStatus.AANVAARD),
    "leerroute-aanbod-weigeren": Q(status=AanbodStatus.GEDAAN),
    "leerroute-begeleidingsplan": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-bespreken": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-brief": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-cursus": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-plan": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-termijn": Q(begeleidingsplan__isnull=False),
    "leerroute-begeleidingsplan-verwijderen": Q(begeleidingsplan__isnull=False),
    "leerroute-afronding-verwijderen": Q(afronding__isnull=False),
    "leerroute-deelname-beeindigen": Q(status=DeelnameStatus.GESTART),
    "leerroute-deelname-hervatten": Q(status=DeelnameStatus.BEEINDIGD),
    "leerroute-eindgesprek-ongedaan": Q(eindgesprek__isnull=False),
    "leerroute-eindgesprek-wijzigen": Q(eindgesprek__isnull=False),
    "leerroute-examens": Q(examens__isnull=False),
    "leerroute-gesprek-corrigeren": Q(status=GesprekStatus.GEHOUDEN),
    "leerroute-gesprek-terugzetten": Q(status=GesprekStatus.GEHOUDEN),
    "leerroute-gesprek-voeren": Q(status=GesprekStatus.GEPLAND),
    "leerroute-gesprekken": Q(voortgangsgesprekken__status=GesprekStatus.GEHOUDEN),
    "leerroute-lessen": Q(deelnames__isnull=False),
    "leerroute-map": Q(map_module__themas__isnull=False),
    "leerroute-map-heropenen": Q(map_module__isnull=False),
    "leerroute-taalschakel": Q(taalschakeltrajecten__isnull=False),
    "leerroute-uren": Q(urenregels__isnull=False),
    "leerroute-uren-maand": Q(urenregels__isnull=False),
    "leerroute-uren-wijzigen": ~Q(soort__in=OP_EIGEN_PAGINA) & Q(pvt_deelname=None),
    "leerroute-participatie": Q(plaatsingen__isnull=False),
    "leerroute-plaatsing-niet-doorgaan": Q(status=PlaatsingStatus.AANGEMELD),
    "leerroute-plaatsing-starten": Q(status=PlaatsingStatus.AANGEMELD),
    "leerroute-plaatsing-beeindigen": Q(status=PlaatsingStatus.GESTART),
    "leerroute-plaatsing-hervatten": Q(status=PlaatsingStatus.BEEINDIGD),
    "leerroute-plaatsing-uren": Q(status=PlaatsingStatus.GESTART),
    "leerroute-plaatsing-wijzigen": Q(status=PlaatsingStatus.GESTART),
    "leerroute-subsidie-bespreken": Q(
        status=PlaatsingStatus.GESTART, subsidie_eind_op__isnull=False
    ),
    "nareis-wijzigen": Q(status=NareisStatus.VERWACHT),
    "nareis-komt-niet": Q(status=NareisStatus.VERWACHT),
    "nareis-aangekomen": Q(status=NareisStatus.VERWACHT),
    "ontzorgen-brief": Q(soort=BriefSoort.ONTZORGEN_START),
    "ontzorgen-brieven": Q(brieven__soort=BriefSoort.ONTZORGEN_START),
    "overdracht-lid-af": Q(eind_op=None, overdracht__status=OverdrachtStatus.VERWERKT),
    "overdracht-lid-terug": Q(eind_op__isnull=False),
    "overdracht-medisch": Q(medische_notitie__isnull=False),
    "ontzorgen": Q(uitkeringen__lasten__tekorten__isnull=False),
    "ontzorgen-betaling-niet-opnieuw": Q(status=BetalingStatus.TERUGGEKOMEN),
    "ontzorgen-betaling-opnieuw": Q(status=BetalingStatus.TERUGGEKOMEN),
    "ontzorgen-last": Q(betalingen__status=BetalingStatus.TERUGGEKOMEN),
    "ontzorgen-last-toch-betalen": Q(betalen_vanaf=None),
    "ontzorgen-voortzetten": Q(ontzorgperiode__machtiging_op__isnull=False),
    "opdracht-ongedaan": Q(status=OpdrachtStatus.KLAAR),
    "opdracht-uitkomst": Q(status=OpdrachtStatus.KLAAR),
    "pip-aanvullen": Q(status=PipStatus.CONCEPT),
    "pip-bijlage-kiezen": Q(status=PipStatus.CONCEPT),
    "pip-bijlagen": Q(status=PipStatus.CONCEPT),
    "pip-wijzigen": Q(status=PipStatus.CONCEPT),
    "pip-voorleggen": Q(status=PipStatus.CONCEPT),
    "pip-vaststellen": Q(status=PipStatus.CONCEPT),
    "pip-terugnemen": Q(status=PipStatus.TER_VASTSTELLING),
    "pip-intrekken": Q(status=PipStatus.VASTGESTELD),
    "pip-toelichting": Q(status=PipStatus.VASTGESTELD),
    "taak-afdoen": Q(status=TaakStatus.OPEN, bron=""),
    "taak-geven": Q(status=TaakStatus.OPEN),
    "taak-oppakken": Q(status=TaakStatus.OPEN),
    "verlengen": Q(status=TermijnStatus.LOPEND),
    "zitting-houden": Q(afspraak__status=AfspraakStatus.GEPLAND),
    "zitting-verzetten": Q(afspraak__status=AfspraakStatus.GEPLAND),
}

# Words in an address that are no row.
WOORDEN: dict[str, Callable[[str], object]] = {
    "schakelnummer": lambda naam: 1,
    "wat": lambda naam: "heropenen",
    "voor": lambda naam: OproepVoor.GESPREK.value,
    "taal": lambda naam: "ar",
    "plek": lambda naam: 2,
    "norm": lambda naam: "pip_weken",
    "jaar": lambda naam: 2026,  # within the demo of the tests
    "maand": lambda naam: 8,
    "onderdeel": lambda naam: Onderdeel.LEZEN.value,
    "thema": lambda naam: MapThemaSoort.NETWERK.value,
    "soort": lambda naam: OnderdeelSoort.TAAL.value,
    "importsoort": lambda naam: PROEF.naam,
    "code": lambda naam: Enquete.objects.latest("pk").code,
    "opdracht_id": lambda naam: _opdracht(naam),  # of a kind, not of a dossier
    "key": lambda naam: default_token_generator.make_token(_collega()),
    "uidb36": lambda naam: user_pk_to_url_str(_collega()),
}

# Rows that are about no inburgeraar.
ZONDER_DOSSIER: dict[str, Callable[[], Model]] = {
    "batch_id": lambda: Betaalbatch.objects.filter(
        status__in=[BatchStatus.AKKOORD, *BUITEN]
    ).earliest("pk"),
    "medewerker_id": lambda: _collega(),
    "concept_id": lambda: Concept.objects.filter(pad__startswith="/overdrachten/").earliest("pk"),
    "moment_id": lambda: Toetsmoment.objects.filter(status=MomentStatus.GEPLAND).earliest("pk"),
    "plek_id": lambda: Participatieplek.objects.filter(plaatsingen__isnull=False).earliest("pk"),
    "vacature_id": lambda: Vacature.objects.filter(status=VacatureStatus.OPEN).earliest("pk"),
    "werkgever_id": lambda: Werkgever.objects.filter(vacatures__plaatsingen__isnull=False).earliest(
        "pk"
    ),
    "woning_id": lambda: Woning.objects.filter(status=WoningStatus.VRIJ).earliest("pk"),
    "bijeenkomst_id": lambda: PvtBijeenkomst.objects.filter(deelnames__isnull=False).earliest("pk"),
    "vrijwilliger_id": lambda: Vrijwilliger.objects.filter(partner__isnull=False).earliest("pk"),
    "opgave_id": lambda: Opgave.objects.earliest("pk"),
    "brieftekst_id": lambda: Brieftekst.objects.earliest("pk"),
    "aanbieder_id": lambda: Aanbieder.objects.earliest("pk"),  # a school with everything
    "keurmerk_id": lambda: Keurmerk.objects.earliest("pk"),
    "contract_id": lambda: Contract.objects.earliest("pk"),
    "contractgesprek_id": lambda: Contractgesprek.objects.earliest("pk"),
    "klacht_id": lambda: Klacht.objects.filter(status=KlachtStatus.ONTVANGEN).earliest("pk"),
    "tarief_id": lambda: Tarief.objects.earliest("pk"),
    "enquete_id": lambda: Enquete.objects.latest("pk"),
    "crediteur_id": lambda: _wachtende_rekening().crediteur,
    "rekening_id": lambda: _wachtende_rekening(),
    "organisatie_id": lambda: Partnerorganisatie.objects.earliest("pk"),
}


def _opdracht(naam: str) -> int:
    rijen = Opdracht.objects.filter(soort=PROEF.naam)
    return rijen.filter(LIEVER.get(naam, Q(status=OpdrachtStatus.VOORBEELD))).earliest("pk").pk


def _wachtende_rekening() -> Crediteurrekening:
    """Of a creditor that is paid meanwhile on its former account."""
    return Crediteurrekening.objects.filter(status=RekeningStatus.VOORGESTELD).earliest("pk")


def _collega() -> Medewerker:
    return Medewerker.objects.get(email="consulent2@demo.example")


def iemand(rol: Rol) -> Medewerker:
    """The colleague of the demo who has this role."""
    return _iemand(rol, connection.settings_dict["NAME"])


@cache
def _iemand(rol: Rol, database: str) -> Medewerker:
    return Medewerker.objects.get(email=f"{rol.value}@demo.example")


# --- An example ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Voorbeeld:
    """An address filled in, and the dossiers it is about."""

    pad: str
    dossiers: frozenset[int]


def voorbeeld(
    adres: Adres, medewerker: Medewerker, *, niet_voor: Medewerker | None = None
) -> Voorbeeld:
    """Filled in with what this colleague may see; with `niet_voor`, what that colleague may not."""
    return _voorbeeld(adres, medewerker, niet_voor, connection.settings_dict["NAME"])


@cache
def _voorbeeld(
    adres: Adres, medewerker: Medewerker, niet_voor: Medewerker | None, database: str
) -> Voorbeeld:
    waarden: dict[str, object] = {}
    dossiers: frozenset[int] = frozenset()
    for parameter in adres.parameters:
        if parameter in WOORDEN:
            waarden[parameter] = WOORDEN[parameter](adres.naam)
        elif parameter in ZONDER_DOSSIER:
            waarden[parameter] = ZONDER_DOSSIER[parameter]().pk
        elif parameter not in DINGEN:
            raise GeenVoorbeeld(f"zet {parameter!r} in tests/huis/voorbeelden.py")
    rijen = [parameter for parameter in adres.parameters if parameter in DINGEN]
    if rijen:
        dossiers = _vul_rijen(adres, rijen, waarden, medewerker, niet_voor)
    return Voorbeeld(reverse(adres.naam, kwargs=waarden), dossiers)


def _vul_rijen(
    adres: Adres,
    rijen: list[str],
    waarden: dict[str, object],
    medewerker: Medewerker,
    niet_voor: Medewerker | None,
) -> frozenset[int]:
    """The most particular row first; the dossier is the one it hangs on."""
    leider = rijen[-1]
    ding = DINGEN[leider]
    rij = _rij(adres, ding, medewerker, niet_voor)
    ids = frozenset(
        i
        for i in type(rij)._default_manager.filter(pk=rij.pk).values_list(ding.dossier, flat=True)
        if i
    )
    zichtbaar = Inburgeraar.objects.zichtbaar_voor(medewerker).filter(pk__in=ids).earliest("pk")
    waarden[leider] = rij.dossiernummer if isinstance(rij, Inburgeraar) else rij.pk
    if len(rijen) > 1:
        waarden["nummer"] = zichtbaar.dossiernummer
    return ids


def _rij(adres: Adres, ding: Ding, medewerker: Medewerker, niet_voor: Medewerker | None) -> Any:
    manager: Any = ding.model._default_manager
    rijen: QuerySet[Any] = manager.zichtbaar_voor(medewerker)
    dossiers = Inburgeraar.objects.zichtbaar_voor(medewerker)
    rijen = rijen.filter(**{f"{ding.dossier}__in": dossiers.values("pk")})
    if niet_voor is not None:
        rijen = rijen.exclude(pk__in=manager.zichtbaar_voor(niet_voor).values("pk"))
        andere = Inburgeraar.objects.zichtbaar_voor(niet_voor)
        rijen = rijen.exclude(**{f"{ding.dossier}__in": andere.values("pk")})
    eerst = rijen.filter(LIEVER[adres.naam]) if adres.naam in LIEVER else rijen
    ids = list(eerst.values_list(ding.dossier, "pk")) or list(rijen.values_list(ding.dossier, "pk"))
    if not ids:
        raise GeenVoorbeeld(f"de demo heeft geen {ding.model._meta.verbose_name} voor {adres}")
    rijkst = _rijkdom(frozenset(dossier for dossier, _pk in ids))
    _dossier, pk = max(ids, key=lambda paar: (rijkst[paar[0]], -paar[1]))
    return rijen.filter(pk=pk).first()


TE_ZIEN = (
    "afspraken",
    "besluiten",
    "besluiten__bezwaren",
    "contactmomenten",
    "documenten",
    "notities",
    "pips",
    "plichten",
    "taken",
    "termijnen",
    "trajecten",
    "plaatsingen",
    "uitkeringen",
    "brede_intake",
    "persoon__lidmaatschappen__gezin__leden",
    "persoon__verblijfsrechten",
)


def _rijkdom(dossiers: frozenset[int]) -> dict[int, tuple[int, int]]:
    """How many kinds of thing a dossier has, and how many things."""
    tellingen = [_telling(veld, connection.settings_dict["NAME"]) for veld in TE_ZIEN]
    return {
        pk: (sum(t.get(pk, 0) > 0 for t in tellingen), sum(t.get(pk, 0) for t in tellingen))
        for pk in dossiers
    }


@cache
def _telling(veld: str, database: str) -> dict[int, int]:
    """Asked once per database: what tests change is rolled back."""
    rijen = Inburgeraar.objects.annotate(aantal=Count(veld, distinct=True))
    return dict(rijen.values_list("pk", "aantal"))

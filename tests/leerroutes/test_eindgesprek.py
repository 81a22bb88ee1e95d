"""The closing talk of the Z-route: last of all, by the municipality itself (wet.md §12, 22)."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.enums import SchakelNummer, TaakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis, Taak
from inburgering.services.schakels import heropenen
from leerroutes.models import Eindgesprek, Participatieverklaring, Urenregel
from leerroutes.queries.eindgesprek import eindgesprekpagina
from leerroutes.services.afronding import gemeld_vastleggen, inburgeren_afronden
from leerroutes.services.eindgesprek import (
    EindgesprekGegevens,
    eindgesprek_ongedaan_maken,
    eindgesprek_voeren,
    eindgesprek_wijzigen,
)
from leerroutes.services.map import MapEindgesprek, map_eindgesprek_voeren, map_heropenen
from leerroutes.services.traject import EerdereUren
from leerroutes.services.uren import UrenGegevens, uren_vastleggen, urenregel_wijzigen
from medewerkers.enums import Rol
from tests.factories import (
    NU,
    VANDAAG,
    MedewerkerFactory,
    PartnerorganisatieFactory,
    RijFactory,
    een_dossier,
)
from tests.leerroutes.op_route import op_route
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

MAP_OP, PVT_OP = date(2026, 2, 20), date(2025, 6, 3)


class VerklaringFactory(RijFactory):
    """Signed in another municipality, which saw to the activity."""

    class Meta:
        model = Participatieverklaring

    ondertekend_op = PVT_OP
    elders = "Gemeente Assen"


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    """On the Z-route as a gezinsmigrant, with 800 hours of lessons and nothing else yet."""
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    op_route(
        dossier,
        door=consulent,
        leerroute=Leerroute.Z,
        niveau="",
        uren=EerdereUren(taal=800),
    )
    return dossier


@pytest.fixture
def klaar(dossier, consulent, wie):
    """Everything but the talk."""
    VerklaringFactory(inburgeraar=dossier, ondertekend_door=consulent)
    doe_uren(dossier, wie, Urensoort.PVT, date(2025, 6, 2), 12)
    for dag in range(2, 7):
        doe_uren(dossier, wie, Urensoort.MAP_PRAKTIJK, date(2026, 2, dag), 8)
    gesprek = MapEindgesprek(op=MAP_OP, verslag="Wil in de zorg werken.")
    map_eindgesprek_voeren(dossier_id=dossier.pk, gegevens=gesprek, **wie)
    return dossier


def doe_uren(dossier, wie, soort, op, uren):
    regel = UrenGegevens(soort=soort, op=op, uren=Decimal(uren))
    uren_vastleggen(dossier_id=dossier.pk, regels=[regel], **wie)


def voer(dossier, wie, op=date(2026, 2, 27), verslag="Redt zich."):
    gegevens = EindgesprekGegevens(op=op, verslag=verslag)
    return eindgesprek_voeren(dossier_id=dossier.pk, gegevens=gegevens, **wie)


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.veld, fout.value.reden


def test_the_municipality_holds_it_when_all_is_done(klaar, wie, consulent):
    gesprek = voer(klaar, wie)

    assert (gesprek.gehouden_op, gesprek.gehouden_door) == (date(2026, 2, 27), consulent)
    assert Gebeurtenis.objects.first().tekst == "Eindgesprek van de Z-route gevoerd"
    assert eindgesprekpagina(klaar, voor=consulent, op=VANDAAG).bevindingen == ()


def test_it_is_the_last_thing_and_says_what_comes_first(dossier, wie):
    assert geweigerd(lambda: voer(dossier, wie)) == (
        None,
        "Het eindgesprek komt als laatste. Nog 12 van 12 uur PVT. Doe een activiteit of excursie "
        "in het PVT. Onderteken de participatieverklaring op de bijeenkomst. Nog 40 van 40 uur "
        "praktijk in de MAP. Voer het eindgesprek van de MAP met de gemeente.",
    )
    assert not Eindgesprek.objects.exists()


def test_somebody_of_a_partner_never_holds_it(klaar):
    schans = MedewerkerFactory(rollen=[Rol.PARTNER])
    dubbel = MedewerkerFactory(
        rollen=[Rol.CONSULENT], partnerorganisatie=PartnerorganisatieFactory()
    )

    for ander in (schans, dubbel):
        assert geweigerd(lambda ander=ander: voer(klaar, {"door": ander, "nu": NU})) == (
            None,
            "Het eindgesprek van de Z-route voert de gemeente zelf: een andere organisatie mag "
            "dat niet doen of vastleggen (Besluit 3.14.4).",
        )
    assert not Eindgesprek.objects.exists()


def test_other_routes_have_none(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)
    op_route(dossier, door=consulent)

    assert geweigerd(lambda: voer(dossier, wie)) == (
        None,
        "Alleen de Z-route heeft dit eindgesprek.",
    )


@pytest.mark.parametrize(
    ("op", "verslag", "veld", "reden"),
    [
        (date(2026, 3, 3), "Ja", "op", "Het eindgesprek ligt in de toekomst."),
        (
            date(2024, 3, 1),
            "Ja",
            "op",
            "Het eindgesprek ligt voor de start van de termijn (2 maart 2024).",
        ),
        (
            date(2026, 2, 19),
            "Ja",
            "op",
            "Het eindgesprek ligt voor het afsluiten van de MAP (20 februari 2026).",
        ),
        (VANDAAG, " ", "verslag", "Schrijf een verslag van het eindgesprek."),
    ],
)
def test_a_talk_that_cannot_be_is_refused(klaar, wie, op, verslag, veld, reden):
    assert geweigerd(lambda: voer(klaar, wie, op=op, verslag=verslag)) == (veld, reden)


def test_hours_of_after_the_talk_do_not_count(klaar, wie):
    regel = Urenregel.objects.get(soort=Urensoort.PVT)
    laatste = date(2026, 2, 25)
    gegevens = UrenGegevens(soort=Urensoort.PVT, op=laatste, uren=Decimal(12))
    urenregel_wijzigen(urenregel_id=regel.pk, versie=None, gegevens=gegevens, **wie)

    assert geweigerd(lambda: voer(klaar, wie, op=date(2026, 2, 24))) == (
        "op",
        "Op 24 februari 2026 was nog niet alles klaar. Nog 12 van 12 uur PVT.",
    )

    assert voer(klaar, wie, op=laatste).gehouden_op == laatste


def test_it_is_held_once(klaar, wie):
    voer(klaar, wie)

    assert geweigerd(lambda: voer(klaar, wie)) == (None, "Het eindgesprek is al gevoerd.")


def test_it_may_be_put_right_and_taken_back_with_a_reason(klaar, wie):
    gesprek = voer(klaar, wie)

    gegevens = EindgesprekGegevens(op=VANDAAG, verslag="Redt zich goed.")
    eindgesprek_wijzigen(eindgesprek_id=gesprek.pk, versie=1, gegevens=gegevens, **wie)
    gesprek.refresh_from_db()
    assert (gesprek.gehouden_op, gesprek.verslag) == (VANDAAG, "Redt zich goed.")

    assert geweigerd(
        lambda: eindgesprek_ongedaan_maken(eindgesprek_id=gesprek.pk, versie=2, reden="", **wie)
    ) == ("reden", "Geef een reden: die komt op de tijdlijn.")
    eindgesprek_ongedaan_maken(eindgesprek_id=gesprek.pk, versie=2, reden="verkeerd dossier", **wie)
    assert not Eindgesprek.objects.exists()


def test_what_schakel_4_closed_on_is_not_taken_away(klaar, wie):
    gesprek = voer(klaar, wie)
    inburgeren_afronden(dossier_id=klaar.pk, **wie)

    def ongedaan():
        eindgesprek_ongedaan_maken(eindgesprek_id=gesprek.pk, versie=None, reden="fout", **wie)

    dicht = (None, "Schakel 4 is afgerond: heropen eerst schakel 4.")
    assert geweigerd(ongedaan) == dicht
    module = klaar.map_module
    assert (
        geweigerd(lambda: map_heropenen(map_id=module.pk, versie=None, reden="f", **wie)) == dicht
    )

    heropenen(dossier_id=klaar.pk, nummer=SchakelNummer.INBURGEREN, reden="fout", **wie)
    ongedaan()
    assert not Eindgesprek.objects.exists()


def test_after_duo_was_told_nothing_changes(klaar, wie):
    gesprek = voer(klaar, wie)
    inburgeren_afronden(dossier_id=klaar.pk, **wie)
    gemeld_vastleggen(dossier_id=klaar.pk, versie=None, op=VANDAAG, **wie)

    gegevens = EindgesprekGegevens(op=VANDAAG, verslag="Anders.")
    assert geweigerd(
        lambda: eindgesprek_wijzigen(eindgesprek_id=gesprek.pk, versie=1, gegevens=gegevens, **wie)
    ) == (None, "Het eindgesprek is aan DUO gemeld en kan niet meer veranderen.")


def test_it_is_a_task_once_all_else_is_done(klaar, wie):
    taken = Taak.objects.filter(soort="eindgesprek_z", status=TaakStatus.OPEN)
    assert [(taak.pagina, taak.uiterlijk_op) for taak in taken] == [
        ("leerroute-eindgesprek", date(2027, 3, 1))
    ]

    voer(klaar, wie)

    assert not taken.all().exists()


# --- The pages ---------------------------------------------------------------------------------
def adres(naam, dossier):
    return reverse(naam, args=[dossier.dossiernummer])


def test_a_consulent_records_it(klant, klaar):
    antwoord = klant.post(
        adres("leerroute-eindgesprek-voeren", klaar),
        {"op": "27-02-2026", "verslag": "Redt zich."},
        follow=True,
    )

    assert antwoord.redirect_chain == [(adres("leerroute-eindgesprek", klaar), 302)]
    assert antwoord.context["pagina"].eindgesprek.gehouden_op == date(2026, 2, 27)


@pytest.mark.parametrize("naam", ["leerroute", "leerroute-afronden"])
def test_the_checklist_leads_to_it(klant, klaar, wie, naam):
    naar = f'href="{adres("leerroute-eindgesprek", klaar)}"'
    open_op = klant.get(adres(naam, klaar)).content.decode().count(naar)

    voer(klaar, wie)
    inburgeren_afronden(dossier_id=klaar.pk, **wie)

    assert (open_op, klant.get(adres(naam, klaar)).content.decode().count(naar)) == (1, 1)


def test_the_page_says_what_comes_first_and_the_form_refuses(klant, dossier):
    pagina = klant.get(adres("leerroute-eindgesprek", dossier)).context["pagina"]
    antwoord = klant.post(
        adres("leerroute-eindgesprek-voeren", dossier), {"op": "27-02-2026", "verslag": "Ja."}
    )

    assert (len(pagina.nog), antwoord.status_code) == (5, 422)
    assert antwoord.context["form"].non_field_errors() == [pagina.geen_voeren]


def test_without_a_talk_there_is_nothing_to_change(klant, dossier):
    for naam in ("wijzigen", "ongedaan"):
        assert klant.get(adres(f"leerroute-eindgesprek-{naam}", dossier)).status_code == 404


def test_the_partner_has_no_right_to_it(client_als, klaar):
    schans = client_als(MedewerkerFactory(rol=Rol.PARTNER))

    for naam in ("leerroute-eindgesprek", "leerroute-eindgesprek-voeren"):
        assert schans.get(adres(naam, klaar)).status_code == 403

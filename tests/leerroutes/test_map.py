"""The MAP: themes, practice, and a closing talk that comes after it (wet.md §12: 19, 20, 24)."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.enums import TaakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from inburgering.queries.termijnen import inburgeringstermijn
from inburgering.services.termijnen import verlengen
from leerroutes.enums import Aanwezigheid, MapThemaSoort
from leerroutes.models import MapModule, MapThema, Urenregel, Urenstand
from leerroutes.queries.afronding import afrondingspagina
from leerroutes.queries.map import mappagina
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.queries.voortgang import eisen_van
from leerroutes.services.map import (
    MapEindgesprek,
    MapElders,
    map_eindgesprek_voeren,
    map_elders_vastleggen,
    map_heropenen,
    map_thema_vastleggen,
)
from leerroutes.services.taalschakel import (
    TaalschakelGegevens,
    taalschakel_starten,
    taalschakel_verlaten,
)
from leerroutes.services.traject import traject_starten
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.leerroutes.op_route import AFSPRAKEN, KeurmerkFactory, op_route
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

TOT = date(2025, 3, 15)  # the last day of the term of `laat`


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def b1(dossier, consulent):
    return op_route(dossier, door=consulent)


@pytest.fixture
def laat(dossier, consulent, wie):
    """The term ended on `TOT`; the practice was done in time."""
    traject = op_route(dossier, door=consulent, dagtekening=date(2022, 3, 15))
    praktijk(dossier, wie, begin=date(2025, 1, 6))
    return traject


def praktijk(dossier, wie, *, uren=40, begin=date(2026, 2, 2), soort=Urensoort.MAP_PRAKTIJK):
    """`uren` hours, at most eight a day."""
    regels = []
    while uren > 0:
        dag = begin.replace(day=begin.day + len(regels))
        regels.append(UrenGegevens(soort=soort, op=dag, uren=Decimal(min(uren, 8))))
        uren -= 8
    uren_vastleggen(dossier_id=dossier.pk, regels=regels, **wie)


def voer(dossier, wie, op=date(2026, 2, 20), **velden):
    gegevens = MapEindgesprek(**{"op": op, "verslag": "Wil naar de zorg."} | velden)
    return map_eindgesprek_voeren(dossier_id=dossier.pk, gegevens=gegevens, **wie)


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.veld, fout.value.reden


def pagina(dossier):
    return mappagina(dossier, op=VANDAAG)


# --- Themes ------------------------------------------------------------------------------------
def leg_vast(dossier, wie, soort=MapThemaSoort.NETWERK, gedaan_op=date(2026, 2, 3), **velden):
    return map_thema_vastleggen(
        dossier_id=dossier.pk, soort=soort, gedaan_op=gedaan_op, **velden, **wie
    )


def test_themes_are_ticked_off_with_a_day_and_what_was_done(dossier, b1, wie):
    leg_vast(dossier, wie, toelichting="Banenmarkt in Leek")
    leg_vast(dossier, wie, toelichting="Banenmarkt in Zuidhorn")

    thema = MapThema.objects.get()
    assert (thema.soort, thema.gedaan_op, thema.toelichting) == (
        "netwerk",
        date(2026, 2, 3),
        "Banenmarkt in Zuidhorn",
    )
    assert (pagina(dossier).besproken, len(pagina(dossier).themas)) == (1, 8)


def test_a_theme_without_a_day_is_open_again(dossier, b1, wie):
    leg_vast(dossier, wie)

    leg_vast(dossier, wie, gedaan_op=None)

    assert not MapThema.objects.exists()


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"gedaan_op": date(2026, 3, 3)}, "De datum ligt in de toekomst."),
        ({"gedaan_op": None, "toelichting": "Markt"}, "Vul ook in wanneer dit was."),
    ],
)
def test_a_theme_that_cannot_be_is_refused(dossier, b1, wie, velden, reden):
    assert geweigerd(lambda: leg_vast(dossier, wie, **velden)) == ("gedaan_op", reden)
    assert not MapModule.objects.exists()


def test_without_a_route_there_is_no_map(dossier, wie):
    assert geweigerd(lambda: leg_vast(dossier, wie)) == (
        None,
        "De MAP begint na het PIP: er is nog geen leerroute.",
    )


# --- The closing talk --------------------------------------------------------------------------
def test_with_forty_hours_the_talk_closes_it(dossier, b1, wie, consulent):
    praktijk(dossier, wie)

    module = voer(dossier, wie)

    assert (module.status, module.eindgesprek_op, module.eindgesprek_door) == (
        "afgerond",
        date(2026, 2, 20),
        consulent,
    )
    assert (module.verwijtbaar, pagina(dossier).bevindingen) == (None, ())


def test_forty_hours_of_lessons_are_no_practice(dossier, b1, wie):
    praktijk(dossier, wie, soort=Urensoort.MAP_LES)

    assert geweigerd(lambda: voer(dossier, wie)) == (
        "op",
        "Het eindgesprek sluit de MAP af. Er is 0 van 40 uur praktijk gedaan tot en met "
        "20 februari 2026 (Besluit 3.2, Regeling 3.1).",
    )
    blad = pagina(dossier)
    assert (blad.uren.gedaan, blad.lesuren) == (0, 40)
    assert blad.geen_eindgesprek == (
        "Het eindgesprek sluit de MAP af. Er is 0 van 40 uur praktijk gedaan "
        "(Besluit 3.2, Regeling 3.1)."
    )


def test_the_hours_are_done_before_the_talk(dossier, b1, wie):
    praktijk(dossier, wie)

    veld, reden = geweigerd(lambda: voer(dossier, wie, op=date(2026, 2, 4)))

    assert (veld, "24 van 40 uur" in reden) == ("op", True)


def test_hours_of_absence_do_not_count(dossier, b1, wie):
    praktijk(dossier, wie, uren=32)
    weg = UrenGegevens(
        soort=Urensoort.MAP_PRAKTIJK,
        op=date(2026, 2, 10),
        uren=Decimal(8),
        aanwezigheid=Aanwezigheid.GEOORLOOFD,
    )
    uren_vastleggen(dossier_id=dossier.pk, regels=[weg], **wie)

    assert pagina(dossier).uren.te_gaan == 8


def test_practice_in_the_intake_counts(dossier, b1, wie):
    praktijk(dossier, wie, uren=32)
    praktijk(dossier, wie, uren=8, begin=date(2024, 2, 12), soort=Urensoort.INTAKE_MAP_PRAKTIJK)

    assert pagina(dossier).uren.gedaan == 40


def test_a_plan_may_promise_more(dossier, consulent, wie):
    op_route(dossier, door=consulent, map_uren=60)
    praktijk(dossier, wie)

    assert pagina(dossier).uren.zin == "40 van 60 uur"
    assert geweigerd(lambda: voer(dossier, wie))[0] == "op"


@pytest.mark.parametrize(
    ("velden", "veld", "reden"),
    [
        ({"op": date(2026, 3, 3)}, "op", "Het eindgesprek ligt in de toekomst."),
        (
            {"op": date(2024, 3, 1)},
            "op",
            "Het eindgesprek ligt voor de start van de termijn (2 maart 2024).",
        ),
        ({"verslag": "  "}, "verslag", "Schrijf een verslag van het eindgesprek."),
        (
            {"verwijtbaar": True},
            "verwijtbaar",
            "Deze datum ligt binnen de termijn: dan vraagt DUO dit niet. Laat het leeg.",
        ),
    ],
)
def test_a_talk_that_cannot_be_is_refused(dossier, b1, wie, velden, veld, reden):
    praktijk(dossier, wie)

    assert geweigerd(lambda: voer(dossier, wie, **velden)) == (veld, reden)


def test_a_second_talk_is_refused(dossier, b1, wie):
    praktijk(dossier, wie)
    voer(dossier, wie)

    assert geweigerd(lambda: voer(dossier, wie)) == (
        None,
        "Het eindgesprek van de MAP is al gevoerd: heropen de MAP eerst.",
    )


def test_it_may_be_reopened_with_a_reason(dossier, b1, wie):
    praktijk(dossier, wie)
    module = voer(dossier, wie)
    assert geweigerd(lambda: map_heropenen(map_id=module.pk, versie=None, reden="", **wie)) == (
        "reden",
        "Geef een reden: die komt op de tijdlijn.",
    )

    na = map_heropenen(map_id=module.pk, versie=module.versie, reden="verkeerde datum", **wie)

    assert (na.status, na.eindgesprek_op, na.verslag) == ("lopend", None, "")
    assert list(MapModule.objects.all()) == []  # nothing stands in it


def test_reopened_its_themes_stay(dossier, b1, wie):
    praktijk(dossier, wie)
    map_thema_vastleggen(
        dossier_id=dossier.pk, soort=MapThemaSoort.NETWERK, gedaan_op=date(2026, 2, 3), **wie
    )
    module = voer(dossier, wie)

    map_heropenen(map_id=module.pk, versie=None, reden="verkeerde datum", **wie)

    module.refresh_from_db()
    assert (module.status, module.themas.count()) == ("lopend", 1)


# --- Late: what DUO asks (wet.md §12, 24) ------------------------------------------------------
@pytest.mark.parametrize(
    ("op", "verwijtbaar"),
    [
        (date(2025, 3, 10), None),
        (date(2025, 3, 20), True),
        (date(2025, 3, 20), False),
        (date(2025, 6, 30), True),
    ],
)
def test_the_flag_that_duo_takes_is_kept(dossier, laat, wie, op, verwijtbaar):
    module = voer(dossier, wie, op=op, verwijtbaar=verwijtbaar)

    assert (module.verwijtbaar, pagina(dossier).bevindingen) == (verwijtbaar, ())


@pytest.mark.parametrize(
    ("op", "verwijtbaar"),
    [
        (date(2025, 3, 10), False),
        (date(2025, 3, 20), None),
        (date(2025, 6, 30), None),
        (date(2025, 6, 30), False),
    ],
)
def test_the_flag_that_duo_does_not_take_is_refused(dossier, laat, wie, op, verwijtbaar):
    veld, _reden = geweigerd(lambda: voer(dossier, wie, op=op, verwijtbaar=verwijtbaar))

    assert veld == "verwijtbaar"


def test_what_duo_would_refuse_later_stands_as_a_warning(dossier, laat, wie):
    voer(dossier, wie, op=date(2025, 3, 20), verwijtbaar=True)
    termijn = inburgeringstermijn(dossier.pk)

    verlengen(
        termijn_id=termijn.pk,
        versie=None,
        eind_op=date(2025, 9, 15),
        besloten_op=date(2025, 4, 1),
        grond="ziekte",
        **wie,
    )

    assert [b.regel for b in pagina(dossier).bevindingen] == ["verwijtbaar_hoort_hier_niet"]


# --- Whether it is due (wet.md §12, 20) --------------------------------------------------------
def test_it_is_not_due_in_the_onderwijsroute_and_returns_after_a_switch(dossier, consulent, wie):
    op_route(dossier, door=consulent, leerroute=Leerroute.O)
    assert pagina(dossier).nodig is False

    traject_starten(dossier_id=dossier.pk, leerroute=Leerroute.B, **AFSPRAKEN, **wie)

    assert pagina(dossier).nodig is True


def test_it_returns_when_the_taalschakeltraject_is_left(dossier, consulent, wie):
    op_route(dossier, door=consulent, leerroute=Leerroute.O)
    school = KeurmerkFactory().aanbieder
    schakel = taalschakel_starten(
        dossier_id=dossier.pk,
        gegevens=TaalschakelGegevens(aanbieder=school, start_op=date(2024, 9, 2)),
        **wie,
    )
    assert pagina(dossier).nodig is False

    taalschakel_verlaten(taalschakel_id=schakel.pk, versie=1, op=VANDAAG, reden="werk", **wie)

    assert pagina(dossier).nodig is True


def test_to_begin_is_a_task_until_something_was_done(dossier, b1, wie):
    taken = Taak.objects.filter(soort="map_beginnen", status=TaakStatus.OPEN)
    assert [(taak.pagina, taak.uiterlijk_op) for taak in taken] == [
        ("leerroute-map", date(2027, 3, 1))
    ]

    leg_vast(dossier, wie)
    assert not taken.all().exists()

    leg_vast(dossier, wie, gedaan_op=None)
    assert taken.all().exists()

    praktijk(dossier, wie, uren=8)
    assert not taken.all().exists()


def test_the_onderwijsroute_has_no_map_to_begin(dossier, consulent, wie):
    op_route(dossier, door=consulent, leerroute=Leerroute.O)

    assert not Taak.objects.filter(soort="map_beginnen").exists()


def test_a_talk_that_can_be_held_is_a_task_until_it_is(dossier, b1, wie):
    taken = Taak.objects.filter(soort="map_eindgesprek", status=TaakStatus.OPEN)
    praktijk(dossier, wie, uren=32)
    assert not taken.all().exists()

    praktijk(dossier, wie, uren=8, begin=date(2026, 2, 12))
    assert [(taak.pagina, taak.uiterlijk_op) for taak in taken] == [
        ("leerroute-map", date(2027, 3, 1))
    ]

    voer(dossier, wie)
    assert not taken.all().exists()


def test_no_task_where_it_is_not_due(dossier, consulent, wie):
    op_route(dossier, door=consulent, leerroute=Leerroute.O)

    praktijk(dossier, wie)

    assert not Taak.objects.filter(soort="map_eindgesprek").exists()


# --- Closed elsewhere --------------------------------------------------------------------------
def elders(dossier, wie, **anders):
    gegevens = MapElders(
        **{"gemeente": "Assen", "op": date(2025, 3, 3), "uren": Decimal(42), "gemeld": False}
        | anders
    )
    return map_elders_vastleggen(dossier_id=dossier.pk, gegevens=gegevens, **wie)


def map_open(dossier):
    return next(eis.open for eis in eisen_van(dossier) if eis.soort == "map")


def test_a_map_of_another_municipality_is_not_done_again(dossier, b1, wie):
    module = elders(dossier, wie)

    assert (module.status, module.elders, module.elders_uren) == ("afgerond", "Assen", Decimal(42))
    assert map_open(dossier) is False
    assert pagina(dossier).uren.zin == "42 van 40 uur"
    assert Urenstand.objects.get(inburgeraar=dossier).participatie == Decimal(42)
    assert afwijkende_dossiers() == []

    map_heropenen(map_id=module.pk, versie=None, reden="Was er niet", **wie)

    assert map_open(dossier) is True
    assert Urenstand.objects.get(inburgeraar=dossier).participatie == 0


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gemeente": " "}, "gemeente"),
        ({"uren": Decimal("39.5")}, "uren"),
        ({"op": date(2024, 3, 1)}, "op"),
        ({"op": date(2026, 3, 3)}, "op"),
    ],
)
def test_a_map_elsewhere_that_does_not_count_is_refused(dossier, b1, wie, anders, veld):
    assert geweigerd(lambda: elders(dossier, wie, **anders))[0] == veld
    assert map_open(dossier) is True


NA_TOT = date(2025, 3, 20)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({}, "Deze datum ligt na de termijn: kies of dat verwijtbaar is."),
        (
            {"gemeld": True, "verwijtbaar": True},
            "De andere gemeente heeft dit al gemeld: laat dit leeg.",
        ),
        (
            {"op": TOT, "verwijtbaar": False},
            "Deze datum ligt binnen de termijn: dan vraagt DUO dit niet. Laat het leeg.",
        ),
    ],
)
def test_of_a_late_map_elsewhere_is_asked_what_duo_must_still_hear(
    dossier, laat, wie, anders, fout
):
    assert geweigerd(lambda: elders(dossier, wie, **{"op": NA_TOT} | anders)) == (
        "verwijtbaar",
        fout,
    )


def test_a_late_map_elsewhere_is_reported_as_such(dossier, laat, wie):
    module = elders(dossier, wie, op=NA_TOT, verwijtbaar=True)

    assert module.verwijtbaar is True
    assert voor_duo(dossier) == (False, "Verwijtbaar te laat: ja")
    assert pagina(dossier).bevindingen == ()


def test_a_map_that_was_reported_elsewhere_is_not_reported_again(dossier, laat, wie):
    module = elders(dossier, wie, op=NA_TOT, gemeld=True)

    assert module.verwijtbaar is None
    assert voor_duo(dossier) == (True, "Al gemeld: Assen.")
    assert pagina(dossier).bevindingen == ()

    module = map_heropenen(map_id=module.pk, versie=None, reden="Was er niet", **wie)
    assert module.elders_gemeld is False


def voor_duo(dossier):
    regels = afrondingspagina(dossier, op=VANDAAG).voor_duo
    (regel,) = [regel for regel in regels if regel.naam == "Datum eindgesprek MAP"]
    return regel.al_gemeld, regel.uitleg


def test_the_page_asks_it_once_the_term_may_be_over(dossier, laat, klant):
    form = klant.get(adres("leerroute-map-elders", dossier)).context["form"]

    assert list(form.fields) == ["gemeente", "op", "uren", "gemeld", "verwijtbaar"]


def test_a_map_elsewhere_is_recorded_on_its_page(dossier, b1, klant):
    klant.post(
        adres("leerroute-map-elders", dossier),
        {"gemeente": "Assen", "op": "03-03-2025", "uren": "40", "gemeld": "ja"},
    )

    module = MapModule.objects.get(inburgeraar=dossier)
    assert (module.elders, module.eindgesprek_op) == ("Assen", date(2025, 3, 3))
    assert module.elders_gemeld is True
    antwoord = klant.get(adres("leerroute-map", dossier))
    assert "Afgerond in</dt><dd>Assen" in antwoord.content.decode()


# --- The pages ---------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_a_consulent_records_theme_and_hours(klant, dossier, b1):
    klant.post(
        adres("leerroute-map-thema", dossier, "netwerk"),
        {"gedaan_op": "03-02-2026", "toelichting": "Banenmarkt"},
    )
    antwoord = klant.post(
        adres("leerroute-map-uren", dossier),
        {
            "soort": "map_praktijk",
            "op": "04-02-2026",
            "uren": "3,5",
            "aanwezigheid": "aanwezig",
            "opmerking": "Kringloop",
        },
        follow=True,
    )

    assert antwoord.redirect_chain == [(adres("leerroute-map", dossier), 302)]
    blad = antwoord.context["pagina"]
    assert (blad.besproken, blad.uren.zin) == (1, "3,5 van 40 uur")


def test_too_many_hours_in_a_day_are_refused_at_the_field(klant, dossier, b1):
    antwoord = klant.post(
        adres("leerroute-map-uren", dossier),
        {"soort": "map_praktijk", "op": "04-02-2026", "uren": "25", "aanwezigheid": "aanwezig"},
    )

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, ["uren"])
    assert not Urenregel.objects.exists()


def test_verwijtbaar_is_only_asked_once_the_term_is_over(klant, dossier, b1):
    form = klant.get(adres("leerroute-map-eindgesprek", dossier)).context["form"]

    assert list(form.fields) == ["op", "verslag"]


def test_the_answer_to_verwijtbaar_is_asked_at_its_field(klant, dossier, laat):
    url = adres("leerroute-map-eindgesprek", dossier)
    ingevuld = {"op": "20-03-2025", "verslag": "Gesproken."}

    antwoord = klant.post(url, ingevuld)
    assert antwoord.context["form"].errors == {
        "verwijtbaar": ["Deze datum ligt na de termijn: kies of dat verwijtbaar is."]
    }

    klant.post(url, ingevuld | {"verwijtbaar": "nee"})
    assert MapModule.objects.get().verwijtbaar is False


def test_an_unknown_theme_and_a_map_that_is_not_there_are_not_found(klant, dossier, b1):
    assert klant.get(adres("leerroute-map-thema", dossier, "koken")).status_code == 404
    assert klant.get(adres("leerroute-map-heropenen", dossier)).status_code == 404


def test_the_partner_sees_nothing_of_it(client_als, dossier, b1):
    partner = MedewerkerFactory(rol=Rol.PARTNER)

    assert client_als(partner).get(adres("leerroute-map", dossier)).status_code == 403

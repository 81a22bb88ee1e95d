"""Creditors and their accounts: nothing is paid to a number that only one colleague saw."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.enums import Rol
from ontzorgen.enums import CrediteurSoort, RekeningStatus
from ontzorgen.models import Crediteur, Crediteurrekening
from ontzorgen.policies.crediteuren import CrediteurGegevens, RekeningGegevens
from ontzorgen.queries.crediteuren import crediteurlijst, crediteurpagina
from ontzorgen.services.crediteuren import (
    crediteur_hervatten,
    crediteur_stoppen,
    crediteur_toevoegen,
    crediteur_wijzigen,
    rekening_afwijzen,
    rekening_bevestigen,
    rekening_voorstellen,
)
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.ontzorgen.fabriek import IBANS, betaalregels, een_crediteur, een_huishouden, een_last

pytestmark = pytest.mark.django_db

ABN, ING, RABO = IBANS[:3]
NA_DE_PERIODE = timedelta(days=200)


@pytest.fixture
def collega(db):
    return MedewerkerFactory(rol=Rol.ADMINISTRATIE, naam="Geert Oosterhuis")


@pytest.fixture
def klant(client_als, gemeente, administratie):
    return client_als(administratie)


@pytest.fixture
def andere_klant(client_als, collega):
    return client_als(collega)


def kaal(naam="Wonen Noord", *, door):
    """A creditor without an account."""
    return crediteur_toevoegen(
        gegevens=CrediteurGegevens(naam=naam, soort=CrediteurSoort.VERHUURDER), door=door, nu=NU
    )


def voorstel(crediteur, *, door, iban=ING, naam=""):
    gegevens = RekeningGegevens(iban=iban, tenaamstelling=naam, herkomst="factuur van maart")
    return rekening_voorstellen(crediteur_id=crediteur.pk, gegevens=gegevens, door=door, nu=NU)


def bevestig(rekening, *, door, einde="", versie=None):
    return rekening_bevestigen(
        rekening_id=rekening.pk,
        versie=versie,
        laatste_tekens=einde or rekening.iban[-4:],
        door=door,
        nu=NU,
    )


def standen(crediteur):
    rijen = Crediteurrekening.objects.filter(crediteur=crediteur).order_by("pk")
    return list(rijen.values_list("iban", "status"))


# --- The account ---------------------------------------------------------------------------------
def test_an_account_is_read_and_waits_for_a_colleague(administratie):
    rekening = voorstel(
        kaal(door=administratie), iban="IBAN: nl69 ingb 0123 4567 89", door=administratie
    )

    assert (rekening.iban, rekening.bic, rekening.bank) == (ING, "INGBNL2A", "ING")
    assert rekening.tenaamstelling == "Wonen Noord"
    assert rekening.status == RekeningStatus.VOORGESTELD


def test_the_name_is_kept_as_a_bank_reads_it(administratie):
    rekening = voorstel(kaal(door=administratie), naam="Súdwest & Zn. كريم", door=administratie)

    assert rekening.tenaamstelling == "Sudwest + Zn. krym"


def test_a_colleague_confirms_and_the_former_one_is_replaced(administratie, collega):
    crediteur = een_crediteur(iban=ABN)
    rekening = voorstel(crediteur, door=administratie)
    tot_dan = standen(crediteur)

    bevestig(rekening, door=collega)

    assert tot_dan == [(ABN, "bevestigd"), (ING, "voorgesteld")]
    assert standen(crediteur) == [(ABN, "vervangen"), (ING, "bevestigd")]


@pytest.mark.parametrize("einde", ["6789", " 67 89 ", "67-89"])
def test_the_end_of_the_number_may_be_typed_as_it_is_printed(administratie, collega, einde):
    rekening = voorstel(kaal(door=administratie), door=administratie)

    assert bevestig(rekening, einde=einde, door=collega).bevestigd_door == collega


def test_letters_at_the_end_of_a_foreign_number(administratie, collega):
    rekening = voorstel(
        kaal(door=administratie), iban="MT84MALT011000012345MTLCAST001S", door=administratie
    )

    assert bevestig(rekening, einde="001s", door=collega).status == RekeningStatus.BEVESTIGD


def test_who_proposed_it_does_not_confirm_it(administratie):
    rekening = voorstel(kaal(door=administratie), door=administratie)

    with pytest.raises(Geweigerd, match="U stelde dit nummer zelf voor"):
        bevestig(rekening, door=administratie)


def test_the_database_wants_four_eyes(administratie):
    rekening = voorstel(kaal(door=administratie), door=administratie)

    with pytest.raises(IntegrityError, match="rekening_vier_ogen"), transaction.atomic():
        Crediteurrekening._base_manager.filter(pk=rekening.pk).bulk_create(
            [
                Crediteurrekening(
                    crediteur=een_crediteur(bevestigd=False),
                    status=RekeningStatus.BEVESTIGD,
                    iban=RABO,
                    tenaamstelling="x",
                    herkomst="x",
                    voorgesteld_op=VANDAAG,
                    voorgesteld_door=administratie,
                    bevestigd_op=VANDAAG,
                    bevestigd_door=administratie,
                )
            ]
        )


@pytest.mark.parametrize("einde", ["0000", "789", "56789", "", "abcd"])
def test_another_end_is_refused(administratie, collega, einde):
    rekening = voorstel(kaal(door=administratie), door=administratie)

    with pytest.raises(Geweigerd, match="laatste vier tekens kloppen niet") as fout:
        rekening_bevestigen(
            rekening_id=rekening.pk, versie=None, laatste_tekens=einde, door=collega, nu=NU
        )

    assert fout.value.veld == "laatste_tekens"


def test_a_rejected_number_is_never_paid_and_makes_room(administratie, collega):
    crediteur = kaal(door=administratie)
    rekening = voorstel(crediteur, door=administratie)

    rekening_afwijzen(
        rekening_id=rekening.pk, versie=None, reden="Staat niet op de factuur", door=collega, nu=NU
    )
    voorstel(crediteur, iban=RABO, door=administratie)

    assert standen(crediteur) == [(ING, "afgewezen"), (RABO, "voorgesteld")]
    with pytest.raises(Geweigerd, match="wacht niet op bevestiging"):
        bevestig(rekening, door=collega)


def test_one_proposal_at_a_time(administratie):
    crediteur = kaal(door=administratie)
    voorstel(crediteur, door=administratie)

    with pytest.raises(Geweigerd, match="Er wacht al een rekeningnummer"):
        voorstel(crediteur, iban=RABO, door=administratie)


def test_the_same_number_again_is_refused(administratie):
    with pytest.raises(Geweigerd, match="al het rekeningnummer van deze crediteur"):
        voorstel(een_crediteur(iban=ING), iban=ING, door=administratie)


def test_the_account_of_the_municipality_is_no_creditors(administratie):
    betaalregels()

    with pytest.raises(Geweigerd, match="rekening van de gemeente zelf"):
        voorstel(kaal(door=administratie), iban="NL02 ABNA 0123 4567 89", door=administratie)


def test_who_confirms_an_older_version_is_told(administratie, collega):
    rekening = voorstel(kaal(door=administratie), door=administratie)

    with pytest.raises(Gewijzigd):
        bevestig(rekening, versie=rekening.versie + 1, door=collega)


# --- The creditor --------------------------------------------------------------------------------
def test_a_name_stands_on_the_list_once(administratie):
    kaal(door=administratie)

    with pytest.raises(Geweigerd, match="staat al bij de crediteuren"):
        kaal("wonen noord", door=administratie)


@pytest.mark.django_db(transaction=True)
def test_added_by_two_at_once_it_stands_there_once(administratie, collega):
    start, uitkomsten = threading.Barrier(2), []

    def doe(wie):
        start.wait()
        try:
            uitkomsten.append(kaal(door=wie).naam)
        except Geweigerd as fout:
            uitkomsten.append(fout.reden)
        finally:
            connection.close()

    draden = [threading.Thread(target=doe, args=(wie,)) for wie in (administratie, collega)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert sorted(uitkomsten) == ["Wonen Noord", "‘Wonen Noord’ staat al bij de crediteuren."]
    assert Crediteur.objects.count() == 1


def test_changing_keeps_the_version(administratie):
    crediteur = kaal(door=administratie)
    gegevens = CrediteurGegevens(naam="Wonen Zuid", soort=CrediteurSoort.VERHUURDER)

    crediteur_wijzigen(
        crediteur_id=crediteur.pk,
        versie=crediteur.versie,
        gegevens=gegevens,
        door=administratie,
        nu=NU,
    )

    with pytest.raises(Gewijzigd):
        crediteur_wijzigen(
            crediteur_id=crediteur.pk,
            versie=crediteur.versie,
            gegevens=gegevens,
            door=administratie,
            nu=NU,
        )


def stop(crediteur, *, door, nu=NU):
    return crediteur_stoppen(crediteur_id=crediteur.pk, versie=None, op=nu.date(), door=door, nu=nu)


def test_a_creditor_who_is_paid_does_not_stop(administratie):
    last = een_last(een_huishouden(door=administratie), door=administratie)

    with pytest.raises(Geweigerd, match="er loopt een vaste last"):
        stop(last.crediteur, door=administratie)


def test_after_the_period_nobody_is_paid_and_it_can_stop(administratie):
    last = een_last(een_huishouden(door=administratie), door=administratie)

    assert stop(last.crediteur, door=administratie, nu=NU + NA_DE_PERIODE).gestopt_op


def test_stopping_and_using_again(administratie):
    crediteur = kaal(door=administratie)
    with pytest.raises(Geweigerd, match="niet gestopt"):
        crediteur_hervatten(crediteur_id=crediteur.pk, versie=None, door=administratie, nu=NU)

    stop(crediteur, door=administratie)
    with pytest.raises(Geweigerd, match="is gestopt"):
        voorstel(crediteur, door=administratie)
    crediteur_hervatten(crediteur_id=crediteur.pk, versie=None, door=administratie, nu=NU)

    assert voorstel(crediteur, door=administratie).iban == ING


# --- The list ------------------------------------------------------------------------------------
def namen(**keuzes):
    return [regel.crediteur.naam for regel in crediteurlijst(op=VANDAAG, **keuzes).regels]


def test_what_waits_comes_first(administratie):
    een_crediteur("Aap")
    een_crediteur("Noot", iban=RABO)
    een_crediteur("Mies", bevestigd=False, iban=ING)

    lijst = crediteurlijst(op=VANDAAG)

    assert [(r.crediteur.naam, r.wacht) for r in lijst.regels] == [
        ("Mies", True),
        ("Aap", False),
        ("Noot", False),
    ]
    assert lijst.wachten == 1


@pytest.mark.parametrize(
    ("zoek", "gevonden"),
    [
        ("woon", ["Woongroep"]),
        ("ROEP", ["Woongroep"]),
        ("NL69 INGB", ["Woongroep"]),
        ("iban: 0123 4567", ["Woongroep"]),
        ("niets", []),
        ("%", []),
        ("IBAN:", []),
    ],
)
def test_searching_by_name_or_number(zoek, gevonden):
    een_crediteur("Woongroep", iban=ING)
    een_crediteur("Anders", iban=ABN)

    assert namen(zoek=zoek) == gevonden


def test_by_kind_and_also_those_who_stopped(administratie):
    crediteur = kaal(door=administratie)
    stop(crediteur, door=administratie)

    assert namen() == []
    assert namen(ook_gestopt=True, soort="verhuurder") == ["Wonen Noord"]
    assert namen(ook_gestopt=True, soort="water") == []


def test_households_are_counted_once(administratie):
    crediteur = een_crediteur()
    huishouden = een_huishouden(door=administratie)
    een_last(huishouden, door=administratie, crediteur=crediteur)
    een_last(huishouden, door=administratie, crediteur=crediteur)
    een_last(een_huishouden(door=administratie), door=administratie, crediteur=crediteur)

    (regel,) = crediteurlijst(op=VANDAAG).regels
    (later,) = crediteurlijst(op=VANDAAG + NA_DE_PERIODE).regels

    assert (regel.huishoudens, later.huishoudens) == (2, 0)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_four_queries(django_assert_num_queries, aantal):
    for nummer in range(aantal):
        een_crediteur(iban=IBANS[nummer])

    with django_assert_num_queries(4):
        crediteurlijst(op=VANDAAG)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_costs_the_same_for_more_households(
    administratie, django_assert_num_queries, aantal
):
    crediteur = een_crediteur()
    for _ in range(aantal):
        een_last(een_huishouden(door=administratie), door=administratie, crediteur=crediteur)
    administratie.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(5):
        crediteurpagina(crediteur, voor=administratie, op=VANDAAG)


def test_a_closed_dossier_is_counted_and_not_named(administratie, teamleider):
    crediteur = een_crediteur()
    open_, dicht = (een_huishouden(door=administratie) for _ in range(2))
    for huishouden in (open_, dicht):
        een_last(huishouden, door=administratie, crediteur=crediteur)
    sluiten_voor_anderen(
        dossier_id=dicht.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    lasten = crediteurpagina(crediteur, voor=administratie, op=VANDAAG).lasten

    assert [regel.nummer for regel in lasten.regels] == [open_.inburgeraar.dossiernummer]
    assert lasten.anderen == 1


# --- The pages -----------------------------------------------------------------------------------
def test_from_a_new_creditor_to_a_confirmed_account(klant, andere_klant):
    klant.post(reverse("crediteur-nieuw"), {"naam": "Wonen Noord", "soort": "verhuurder"})
    crediteur = Crediteur.objects.get()
    klant.post(
        reverse("crediteur-rekening", args=[crediteur.pk]),
        {"iban": "IBAN: NL69 INGB 0123 4567 89", "herkomst": "factuur van maart"},
    )
    eigen = klant.get(reverse("crediteur", args=[crediteur.pk])).text
    assert "NL69 INGB 0123 4567 89" in eigen
    assert "INGBNL2A" in eigen
    assert "U stelde dit nummer zelf voor. Een collega bevestigt het." in eigen

    rekening = crediteur.rekeningen.get()
    adres = reverse("crediteur-rekening-bevestigen", args=[crediteur.pk, rekening.pk])
    pagina = andere_klant.get(adres).text
    assert "NL69 INGB 0123 45•• ••" in pagina
    assert "4567 89" not in pagina
    fout = andere_klant.post(adres, {"laatste_tekens": "6798", "versie": rekening.versie})
    assert list(fout.context["form"].errors) == ["laatste_tekens"]
    andere_klant.post(adres, {"laatste_tekens": "6789", "versie": rekening.versie})

    assert standen(crediteur) == [(ING, "bevestigd")]
    assert "Bevestigd" in klant.get(reverse("crediteuren")).text


def test_who_proposed_it_is_refused_on_the_page_too(klant, administratie):
    rekening = voorstel(kaal(door=administratie), door=administratie)
    adres = reverse("crediteur-rekening-bevestigen", args=[rekening.crediteur_id, rekening.pk])

    assert 'aria-disabled="true"' in klant.get(adres).text
    antwoord = klant.post(adres, {"laatste_tekens": "6789", "versie": rekening.versie})

    assert antwoord.status_code == 422
    assert standen(rekening.crediteur_id) == [(ING, "voorgesteld")]


def test_another_name_abroad_and_the_same_number_elsewhere_are_warnings(klant, administratie):
    een_crediteur("Woongroep", iban="DE89370400440532013000")
    crediteur = kaal(door=administratie)

    klant.post(
        reverse("crediteur-rekening", args=[crediteur.pk]),
        {"iban": "DE89 3704 0044 0532 0130 00", "herkomst": "brief", "tenaamstelling": "P. Pan"},
    )

    pagina = klant.get(reverse("crediteur", args=[crediteur.pk])).text
    assert "Hetzelfde nummer staat ook bij Woongroep." in pagina
    assert "rekening in het buitenland" in pagina
    assert "De rekening staat op een andere naam: P. Pan." in pagina


@pytest.mark.parametrize(
    "iban", ["NL69INGB0123456798", "TR33 0006 1005 1978 6457 8413 26", "", "x" * 70]
)
def test_a_wrong_number_gets_its_message_by_the_field(klant, administratie, iban):
    crediteur = kaal(door=administratie)

    antwoord = klant.post(
        reverse("crediteur-rekening", args=[crediteur.pk]), {"iban": iban, "herkomst": "brief"}
    )

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == ["iban"]
    assert standen(crediteur) == []


def test_rejecting_on_the_page(klant, administratie):
    rekening = voorstel(kaal(door=administratie), door=administratie)
    adres = reverse("crediteur-rekening-afwijzen", args=[rekening.crediteur_id, rekening.pk])

    klant.post(adres, {"reden": "Verkeerd overgenomen", "versie": rekening.versie})

    pagina = klant.get(reverse("crediteur", args=[rekening.crediteur_id])).text
    assert "Verkeerd overgenomen" in pagina
    assert standen(rekening.crediteur_id) == [(ING, "afgewezen")]


def test_stopping_and_using_again_on_the_page(klant, administratie):
    crediteur = kaal(door=administratie)
    stoppen = reverse("crediteur-stoppen", args=[crediteur.pk])

    klant.post(stoppen, {"op": "02-03-2026", "versie": crediteur.versie})
    assert "Gestopt" in klant.get(reverse("crediteuren"), {"ook_gestopt": "on"}).text
    assert klant.post(stoppen, {"op": "02-03-2026"}).status_code == 422
    klant.post(reverse("crediteur-hervatten", args=[crediteur.pk]))

    assert "Wonen Noord" in klant.get(reverse("crediteuren")).text


def test_an_account_of_another_creditor_is_not_found(klant, administratie):
    rekening = voorstel(kaal(door=administratie), door=administratie)
    ander = een_crediteur()

    adres = reverse("crediteur-rekening-bevestigen", args=[ander.pk, rekening.pk])

    assert klant.get(adres).status_code == 404


def test_a_consulent_looks_and_changes_nothing(client_als, consulent, administratie, gemeente):
    crediteur = kaal(door=administratie)
    collega = client_als(consulent)

    pagina = collega.get(reverse("crediteur", args=[crediteur.pk])).text

    assert "Wijzigen" not in pagina
    assert collega.get(reverse("crediteur-wijzigen", args=[crediteur.pk])).status_code == 403


def test_the_partner_sees_no_creditors(client_als, partner, gemeente):
    assert client_als(partner).get(reverse("crediteuren")).status_code == 403

"""Accounts: invited without a password, changed with a trace, closed when the work is gone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from inburgering.models import Inburgeraar
from inburgering.services.dossiers import toewijzen
from inburgering.services.taakwerk import taak_geven
from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd, Gewijzigd
from medewerkers.models import Medewerker
from medewerkers.services import (
    AccountGegevens,
    account_wijzigen,
    code_wissen,
    heropenen,
    link_sturen,
    uitnodigen,
)
from tests.factories import (
    NU,
    VANDAAG,
    WACHTWOORD,
    MedewerkerFactory,
    PartnerorganisatieFactory,
    een_dossier,
)
from werkplek.services.accounts import account_sluiten

NIEUW_WACHTWOORD = "een heel ander lang wachtwoord"


class MailKapot(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError


@pytest.fixture
def mail_kapot(settings):
    settings.EMAIL_BACKEND = f"{__name__}.MailKapot"


def gegevens(**velden) -> AccountGegevens:
    gewoon = {"naam": "Fenna Dijk", "email": "fenna@westerkwartier.example"}
    return AccountGegevens(**({**gewoon, "rollen": {Rol.CONSULENT}} | velden))


def van(medewerker: Medewerker, **velden) -> AccountGegevens:
    """The account as it is, with these changes."""
    huidig = {
        "naam": medewerker.naam,
        "email": medewerker.email,
        "rollen": Medewerker.objects.get(pk=medewerker.pk).rollen,
        "partnerorganisatie": medewerker.partnerorganisatie,
    }
    return AccountGegevens(**(huidig | velden))


def wijzig(medewerker: Medewerker, door: Medewerker, **velden) -> Medewerker:
    return account_wijzigen(
        medewerker_id=medewerker.pk,
        versie=None,
        gegevens=van(medewerker, **velden),
        door=door,
        nu=NU,
    )


# --- Inviting ----------------------------------------------------------------------------------
def test_an_invitation_makes_an_account_and_mails_a_link_but_no_password(klok, beheerder):
    uitnodiging = uitnodigen(gegevens=gegevens(), door=beheerder, nu=NU)

    (bericht,) = mail.outbox
    assert uitnodiging.verstuurd
    assert uitnodiging.medewerker.rollen == {Rol.CONSULENT}
    assert not uitnodiging.medewerker.has_usable_password()
    assert bericht.to == ["fenna@westerkwartier.example"]
    assert "/account/wachtwoord/nieuw/" in bericht.body


def test_the_link_lets_one_choose_a_password_once(klok, beheerder):
    medewerker = uitnodigen(gegevens=gegevens(), door=beheerder, nu=NU).medewerker
    pad = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body).group(1)
    client = Client()

    formulier = client.get(pad, follow=True)
    client.post(
        formulier.redirect_chain[-1][0],
        {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD},
    )

    medewerker.refresh_from_db()
    assert medewerker.check_password(NIEUW_WACHTWOORD)
    assert Client().get(pad).context["token_fail"] is True


def test_choosing_a_password_and_signing_in_are_no_change_of_the_account(klok, beheerder):
    medewerker = uitnodigen(gegevens=gegevens(), door=beheerder, nu=NU).medewerker
    eerder = (medewerker.versie, medewerker.history.count())

    medewerker.set_password(NIEUW_WACHTWOORD)
    medewerker.save(update_fields=["password"])
    Client().force_login(medewerker)

    medewerker.refresh_from_db()
    assert (medewerker.versie, medewerker.history.count()) == eerder


def test_when_the_mail_does_not_leave_the_account_stands_and_the_page_says_so(
    client_als, beheerder, mail_kapot
):
    client = client_als(beheerder)
    invoer = {"naam": "Fenna", "email": "fenna@x.example", "rollen": ["oov"]}

    antwoord = client.post("/beheer/accounts/nieuw/", invoer, follow=True)

    (melding,) = antwoord.context["messages"]
    assert "kon niet worden verstuurd" in str(melding)
    assert Medewerker.objects.get(email="fenna@x.example").rollen == {Rol.OOV}
    with pytest.raises(Geweigerd, match="kon niet worden verstuurd"):
        link_sturen(medewerker_id=Medewerker.objects.get(email="fenna@x.example").pk)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"rollen": set()}, "rollen"),
        ({"rollen": {Rol.PARTNER}}, "partnerorganisatie"),
        ({"email": "MARIEKE@westerkwartier.example"}, "email"),
        ({"afwezig_tot": VANDAAG}, "afwezig_van"),
        ({"afwezig_van": VANDAAG, "afwezig_tot": VANDAAG - timedelta(days=1)}, "afwezig_tot"),
    ],
)
def test_what_cannot_be_is_refused_by_the_field(beheerder, velden, veld):
    MedewerkerFactory(email="marieke@westerkwartier.example")

    with pytest.raises(Geweigerd) as fout:
        uitnodigen(gegevens=gegevens(**velden), door=beheerder, nu=NU)

    assert fout.value.veld == veld
    assert mail.outbox == []


def test_only_a_partner_belongs_to_an_organisation(beheerder):
    organisatie = PartnerorganisatieFactory()

    with pytest.raises(Geweigerd, match="Alleen wie de rol Partner heeft"):
        uitnodigen(gegevens=gegevens(partnerorganisatie=organisatie), door=beheerder, nu=NU)

    partner = gegevens(rollen={Rol.PARTNER}, partnerorganisatie=organisatie)
    uitnodigd = uitnodigen(gegevens=partner, door=beheerder, nu=NU).medewerker
    assert uitnodigd.partnerorganisatie == organisatie


# --- Changing ----------------------------------------------------------------------------------
def test_a_change_of_roles_is_in_the_history_with_who_and_when(beheerder, consulent):
    wijzig(consulent, beheerder, rollen={Rol.CONSULENT, Rol.TEAMLEIDER})

    laatste = consulent.history.latest()
    rollen = {regel.group.name for regel in laatste.groups.all()}
    assert Medewerker.objects.get(pk=consulent.pk).rollen == {Rol.CONSULENT, Rol.TEAMLEIDER}
    assert (laatste.history_user, laatste.history_date) == (beheerder, NU)
    assert rollen == {"consulent", "teamleider"}


def test_an_old_address_no_longer_opens_the_account(klok, beheerder):
    medewerker = uitnodigen(gegevens=gegevens(), door=beheerder, nu=NU).medewerker

    wijzig(medewerker, beheerder, email="F.Dijk@westerkwartier.example")

    medewerker.refresh_from_db()
    assert medewerker.email == "f.dijk@westerkwartier.example"
    assert not EmailAddress.objects.filter(email="fenna@westerkwartier.example").exists()


def test_the_last_beheerder_stays(beheerder):
    with pytest.raises(Geweigerd, match="laatste functioneel beheerder"):
        wijzig(beheerder, beheerder, rollen={Rol.CONSULENT})

    MedewerkerFactory(rol=Rol.BEHEERDER)
    wijzig(beheerder, beheerder, rollen={Rol.CONSULENT})
    assert Medewerker.objects.get(pk=beheerder.pk).rollen == {Rol.CONSULENT}


def test_nobody_replaces_himself_or_by_who_left(beheerder, consulent):
    weg = MedewerkerFactory(is_active=False, gesloten_op=VANDAAG)

    for vervanger, reden in ((consulent, "zichzelf"), (weg, "gesloten")):
        with pytest.raises(Geweigerd, match=reden):
            wijzig(consulent, beheerder, vervanger=vervanger)


def test_the_second_to_save_is_told(beheerder, consulent):
    geopend = consulent.versie
    wijzig(consulent, beheerder, naam="Marieke Bos-Dijk")

    with pytest.raises(Gewijzigd):
        account_wijzigen(
            medewerker_id=consulent.pk,
            versie=geopend,
            gegevens=gegevens(),
            door=beheerder,
            nu=NU,
        )


def test_the_conflict_page_keeps_the_roles_another_beheerder_gave(client_als, beheerder, consulent):
    client = client_als(beheerder)
    pad = f"/beheer/accounts/{consulent.pk}/wijzigen/"
    geopend = {"naam": consulent.naam, "email": consulent.email, "rollen": ["consulent"]}
    geopend["versie"] = consulent.versie
    wijzig(consulent, beheerder, rollen={Rol.CONSULENT, Rol.TEAMLEIDER})

    botsing = client.post(pad, geopend | {"functie": "consulent"})
    velden = {veld.naam: veld.keuze for veld in botsing.context["velden"]}
    gekozen = {f"keuze_{naam}": keuze for naam, keuze in velden.items()}
    versie = {"versie": botsing.context["versie"]}
    klaar = client.post(pad, geopend | {"functie": "consulent"} | gekozen | versie)

    assert velden == {"functie": "mijn", "rollen": "nu"}
    assert klaar.status_code == 302
    medewerker = Medewerker.objects.get(pk=consulent.pk)
    assert medewerker.functie == "consulent"
    assert medewerker.rollen == {Rol.CONSULENT, Rol.TEAMLEIDER}


# --- Closing -----------------------------------------------------------------------------------
def test_closing_waits_until_the_work_is_handed_over(beheerder, consulent, teamleider):
    dossiers = [een_dossier(consulent=consulent) for _ in range(2)]

    with pytest.raises(Geweigerd) as fout:
        account_sluiten(medewerker_id=consulent.pk, door=beheerder, nu=NU)
    for dossier in dossiers:
        toewijzen(dossier_id=dossier.pk, consulent=teamleider, door=teamleider, nu=NU)
    account_sluiten(medewerker_id=consulent.pk, door=beheerder, nu=NU)

    consulent.refresh_from_db()
    assert fout.value.reden == "Marieke Bos heeft nog 2 dossiers. Draag die eerst over."
    assert (consulent.is_active, consulent.gesloten_op) == (False, VANDAAG)
    assert not Inburgeraar.objects.filter(consulent=consulent).exists()


def test_an_open_task_of_ones_own_counts_as_work(beheerder, consulent, oov):
    taak = een_dossier(consulent=consulent).taken.get(pagina="persoon")
    taak_geven(taak_id=taak.pk, aan=oov, door=consulent, nu=NU)

    with pytest.raises(Geweigerd, match="nog 1 open taak"):
        account_sluiten(medewerker_id=oov.pk, door=beheerder, nu=NU)


def test_not_oneself_and_not_the_last_beheerder(beheerder):
    with pytest.raises(Geweigerd, match="eigen account"):
        account_sluiten(medewerker_id=beheerder.pk, door=beheerder, nu=NU)


def test_who_is_closed_is_signed_out_and_stays_out_after_reopening(client_als, beheerder, oov):
    client = client_als(oov)
    assert client.get("/overdrachten/").status_code == 200

    account_sluiten(medewerker_id=oov.pk, door=beheerder, nu=NU)
    na_sluiten = client.get("/overdrachten/")
    uitnodiging = heropenen(medewerker_id=oov.pk, door=beheerder, nu=NU)
    na_heropenen = client.get("/overdrachten/")

    oov.refresh_from_db()
    assert na_sluiten.status_code == na_heropenen.status_code == 302
    assert "/account/inloggen/" in na_sluiten.url
    assert uitnodiging.verstuurd
    assert (oov.is_active, oov.gesloten_op) == (True, None)
    assert not oov.check_password(WACHTWOORD)
    assert Medewerker.objects.get(pk=oov.pk).rollen == {Rol.OOV}


def test_the_page_asks_once_and_then_closes(client_als, beheerder, oov):
    client = client_als(beheerder)
    pad = f"/beheer/accounts/{oov.pk}/sluiten/"

    vraag = client.get(pad)
    antwoord = client.post(pad, follow=True)

    assert "kan niet meer inloggen" in vraag.content.decode()
    assert "Gesloten" in antwoord.content.decode()


def test_the_page_says_why_it_cannot_be_closed(client_als, beheerder, consulent):
    een_dossier(consulent=consulent)
    client = client_als(beheerder)

    account = client.get(f"/beheer/accounts/{consulent.pk}/")
    poging = client.post(f"/beheer/accounts/{consulent.pk}/sluiten/", follow=True)

    assert "heeft nog 1 dossier. Draag die eerst over." in account.content.decode()
    assert [str(melding) for melding in poging.context["messages"]] == [
        "Marieke Bos heeft nog 1 dossier. Draag die eerst over."
    ]


# --- The second factor -------------------------------------------------------------------------
def test_a_lost_code_is_cleared_by_the_beheerder_and_the_colleague_is_told(beheerder, oov):
    Authenticator.objects.create(user=oov, type=Authenticator.Type.TOTP, data={"secret": "x"})

    code_wissen(medewerker_id=oov.pk, door=beheerder, nu=NU)

    assert not Authenticator.objects.filter(user=oov).exists()
    assert oov.history.latest().history_change_reason == "Code voor het inloggen gewist"
    assert [bericht.to for bericht in mail.outbox] == [[oov.email]]
    with pytest.raises(Geweigerd, match="geen code ingesteld"):
        code_wissen(medewerker_id=oov.pk, door=beheerder, nu=NU)
    with pytest.raises(Geweigerd, match="eigen code"):
        code_wissen(medewerker_id=beheerder.pk, door=beheerder, nu=NU)


# --- The pages ---------------------------------------------------------------------------------
def test_the_list_shows_open_accounts_and_on_request_the_closed(client_als, beheerder, oov):
    account_sluiten(medewerker_id=oov.pk, door=beheerder, nu=NU)
    client = client_als(beheerder)

    def namen(**vraag):
        return [r.naam for r in client.get("/beheer/accounts/", vraag).context["regels"]]

    assert namen() == ["Sanne Kuipers"]
    assert namen(stand="gesloten") == ["Roel Hofstra"]
    assert namen(zoek="sanne", rol="beheerder") == ["Sanne Kuipers"]
    assert namen(rol="oov") == []


def test_the_account_shows_what_changed(client_als, beheerder, consulent):
    wijzig(consulent, beheerder, rollen={Rol.OOV}, functie="medewerker")

    antwoord = client_als(beheerder).get(f"/beheer/accounts/{consulent.pk}/")

    laatste = antwoord.context["wijzigingen"][0]
    assert laatste.wat == "Gewijzigd: functie, rollen (nu: Openbare Orde en Veiligheid)"
    assert laatste.door == "Sanne Kuipers"


def test_the_list_costs_the_same_for_one_and_for_many(
    client_als, beheerder, django_assert_max_num_queries
):
    client = client_als(beheerder)
    with django_assert_max_num_queries(12) as een:
        client.get("/beheer/accounts/")
    for _ in range(5):
        MedewerkerFactory(rol=Rol.PARTNER)

    with django_assert_max_num_queries(len(een)):
        client.get("/beheer/accounts/")

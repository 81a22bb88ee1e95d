"""Accounts, partner organisations and the municipality: what the functional manager keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from smtplib import SMTPException
from typing import TypeVar

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd, Gewijzigd
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from medewerkers.models.gemeente import RECHTBANK
from medewerkers.policies import (
    check_afwezig,
    check_beheerder_blijft,
    check_code_wissen,
    check_email,
    check_heropenen,
    check_link_sturen,
    check_rollen,
    check_sluiten,
)
from medewerkers.queries import andere_beheerders, heeft_code
from medewerkers.sporen import spoor

MAIL_SECONDEN = 10
_R = TypeVar("_R", Medewerker, Gemeente, Partnerorganisatie)


@dataclass(frozen=True, kw_only=True)
class AccountGegevens:
    naam: str
    email: str
    rollen: Collection[Rol]
    functie: str = ""
    telefoon: str = ""
    partnerorganisatie: Partnerorganisatie | None = None
    afwezig_van: date | None = None
    afwezig_tot: date | None = None
    vervanger: Medewerker | None = None


@dataclass(frozen=True, kw_only=True)
class GemeenteGegevens:
    naam: str
    code: str
    postadres: str
    postcode: str
    plaats: str
    telefoon: str
    email: str
    mandaat: str
    bezwaar_organisatie: str
    adres: str = ""
    website: str = ""
    team: str = "Mens & Gezin"
    beroep_rechtbank: str = RECHTBANK
    vier_ogen_pip: bool = False


@dataclass(frozen=True)
class Uitnodiging:
    """An account, and whether the mail with the link left."""

    medewerker: Medewerker
    verstuurd: bool


# The municipality this was made for. What a machine cannot know is made up on purpose (.example).
WESTERKWARTIER = GemeenteGegevens(
    naam="Westerkwartier",
    code="1969",
    postadres="Postbus 100",
    postcode="9350 AC",
    plaats="Leek",
    telefoon="14 0594",
    email="info@westerkwartier.example",
    mandaat="Namens burgemeester en wethouders van Westerkwartier,",
    bezwaar_organisatie="College van burgemeester en wethouders van Westerkwartier",
)


# --- Accounts ----------------------------------------------------------------------------------
def uitnodigen(*, gegevens: AccountGegevens, door: Medewerker, nu: datetime) -> Uitnodiging:
    """A new account without a password; a mail brings the link to choose one. Raises Geweigerd."""
    with _beheer(door=door, nu=nu, reden="Uitgenodigd"):
        medewerker = Medewerker()
        medewerker.set_unusable_password()
        _controleer(gegevens, medewerker)
        with medewerker.zonder_geschiedenis():
            _zet(medewerker, gegevens)
            medewerker.save()
            _zet_rollen(medewerker, gegevens.rollen)
        medewerker.save()
    return Uitnodiging(medewerker, _nodig_uit(medewerker))


def account_wijzigen(
    *,
    medewerker_id: int,
    versie: int | None,
    gegevens: AccountGegevens,
    door: Medewerker,
    nu: datetime,
) -> Medewerker:
    """Change an account and its roles. Raises Geweigerd or Gewijzigd."""
    with _beheer(door=door, nu=nu):
        medewerker = _vergrendel(Medewerker, medewerker_id, versie)
        if Rol.BEHEERDER in medewerker.rollen and Rol.BEHEERDER not in gegevens.rollen:
            check_beheerder_blijft(andere_beheerders=andere_beheerders(medewerker, vast=True))
        _controleer(gegevens, medewerker)
        _zet(medewerker, gegevens)
        _zet_rollen(medewerker, gegevens.rollen)
        medewerker.save()
        # allauth keeps addresses of its own; an old one must not open the account any more
        EmailAddress.objects.filter(user=medewerker).exclude(email=medewerker.email).delete()
    return medewerker


def sluiten(
    *,
    medewerker_id: int,
    dossiers: int,
    taken: int,
    door: Medewerker,
    nu: datetime,
    op: date,
) -> Medewerker:
    """Nobody signs in with this account any more, and who was signed in is out.

    What work the person still has is counted above, where it is known. The password goes, because
    a session hangs on it: reopening starts with a new link.
    """
    with _beheer(door=door, nu=nu, reden="Account gesloten"):
        medewerker = _vergrendel(Medewerker, medewerker_id)
        check_sluiten(
            medewerker,
            door=door,
            dossiers=dossiers,
            taken=taken,
            andere_beheerders=andere_beheerders(medewerker, vast=True),
        )
        medewerker.is_active, medewerker.gesloten_op = False, op
        medewerker.set_unusable_password()
        medewerker.save()
    return medewerker


def heropenen(*, medewerker_id: int, door: Medewerker, nu: datetime) -> Uitnodiging:
    """Open again, with the roles it had; a mail brings the link to choose a new password."""
    with _beheer(door=door, nu=nu, reden="Account heropend"):
        medewerker = _vergrendel(Medewerker, medewerker_id)
        check_heropenen(medewerker)
        medewerker.is_active, medewerker.gesloten_op = True, None
        medewerker.save()
    return Uitnodiging(medewerker, _nodig_uit(medewerker))


def link_sturen(*, medewerker_id: int) -> Medewerker:
    """Mail a new link to choose a password. Raises Geweigerd when the mail does not leave."""
    medewerker = Medewerker.objects.get(pk=medewerker_id)
    check_link_sturen(medewerker)
    if not _nodig_uit(medewerker):
        raise Geweigerd("De e-mail kon niet worden verstuurd. Probeer het later nog eens.")
    return medewerker


def code_wissen(*, medewerker_id: int, door: Medewerker, nu: datetime) -> Medewerker:
    """For who lost the phone: the second factor goes, and is set up again at the next sign-in."""
    with _beheer(door=door, nu=nu, reden="Code voor het inloggen gewist"):
        medewerker = _vergrendel(Medewerker, medewerker_id)
        check_code_wissen(medewerker, door=door, heeft_code=heeft_code(medewerker))
        Authenticator.objects.filter(user=medewerker).delete()
        medewerker.save()
    _mail(medewerker, "code_gewist")
    return medewerker


# --- Partner organisations ---------------------------------------------------------------------
def partnerorganisatie_toevoegen(
    *, naam: str, door: Medewerker, nu: datetime
) -> Partnerorganisatie:
    with _beheer(door=door, nu=nu):
        organisatie = Partnerorganisatie()
        _noem(organisatie, naam)
    return organisatie


def partnerorganisatie_wijzigen(
    *, organisatie_id: int, versie: int | None, naam: str, door: Medewerker, nu: datetime
) -> Partnerorganisatie:
    with _beheer(door=door, nu=nu):
        organisatie = _vergrendel(Partnerorganisatie, organisatie_id, versie)
        _noem(organisatie, naam)
    return organisatie


def _noem(organisatie: Partnerorganisatie, naam: str) -> None:
    if Partnerorganisatie.objects.filter(naam__iexact=naam).exclude(pk=organisatie.pk).exists():
        raise Geweigerd("Deze organisatie staat al in de lijst.", veld="naam")
    organisatie.naam = naam
    organisatie.save()


# --- The municipality --------------------------------------------------------------------------
def gemeente_inrichten(
    *, door: Medewerker, nu: datetime, gegevens: GemeenteGegevens = WESTERKWARTIER
) -> Gemeente:
    """The one row, made when it is not there yet; what somebody filled in stays."""
    bestaand = Gemeente.objects.first()
    if bestaand is not None:
        return bestaand
    with _beheer(door=door, nu=nu, reden="Ingericht"):
        gemeente = Gemeente(**asdict(gegevens))
        gemeente.save()
    return gemeente


def gemeente_vastleggen(
    *, versie: int | None, gegevens: GemeenteGegevens, door: Medewerker, nu: datetime
) -> Gemeente:
    with _beheer(door=door, nu=nu):
        bestaat = Gemeente.objects.exists()
        gemeente = _vergrendel(Gemeente, 1, versie) if bestaat else Gemeente()
        for veld, waarde in asdict(gegevens).items():
            setattr(gemeente, veld, waarde)
        gemeente.save()
    return gemeente


# --- Shared ------------------------------------------------------------------------------------
@contextmanager
def _beheer(*, door: Medewerker, nu: datetime, reden: str = "") -> Iterator[None]:
    with transaction.atomic(), spoor(door=door, nu=nu, reden=reden):
        yield


def _vergrendel(model: type[_R], pk: int, versie: int | None = None) -> _R:
    rij = model._default_manager.select_for_update(of=("self",)).get(pk=pk)
    if versie is not None and rij.versie != versie:
        raise Gewijzigd(rij, geopende_versie=versie)
    return rij


def _controleer(gegevens: AccountGegevens, medewerker: Medewerker) -> None:
    check_rollen(gegevens.rollen, partnerorganisatie=gegevens.partnerorganisatie)
    zelfde_adres = Medewerker.objects.filter(email__iexact=gegevens.email)
    check_email(gegevens.email, ander=zelfde_adres.exclude(pk=medewerker.pk).first())
    check_afwezig(
        van=gegevens.afwezig_van,
        tot=gegevens.afwezig_tot,
        vervanger=gegevens.vervanger,
        voor=medewerker.pk,
    )


def _zet(medewerker: Medewerker, gegevens: AccountGegevens) -> None:
    medewerker.naam, medewerker.email = gegevens.naam, gegevens.email.lower()
    medewerker.functie, medewerker.telefoon = gegevens.functie, gegevens.telefoon
    medewerker.partnerorganisatie = gegevens.partnerorganisatie
    medewerker.afwezig_van, medewerker.afwezig_tot = gegevens.afwezig_van, gegevens.afwezig_tot
    medewerker.vervanger = gegevens.vervanger


def _zet_rollen(medewerker: Medewerker, rollen: Collection[Rol]) -> None:
    """The `save()` that follows puts the roles in the history, together with the rest."""
    with medewerker.zonder_geschiedenis():
        medewerker.groups.set(Group.objects.filter(name__in=list(rollen)))


def _nodig_uit(medewerker: Medewerker) -> bool:
    """The link that lets somebody choose a password, once; allauth checks it as its own."""
    pad = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(medewerker),
            "key": default_token_generator.make_token(medewerker),
        },
    )
    dagen = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)
    return _mail(medewerker, "uitnodiging", link=_adres(pad), dagen=dagen)


def _mail(medewerker: Medewerker, soort: str, **context: object) -> bool:
    """Send after the transaction: nothing leaves before commit. False when it did not leave."""
    alles = {"medewerker": medewerker, "inloggen": _adres(reverse("account_login")), **context}
    bericht = EmailMessage(
        render_to_string(f"medewerkers/mail/{soort}_onderwerp.txt", alles).strip(),
        render_to_string(f"medewerkers/mail/{soort}.txt", alles),
        to=[medewerker.email],
        connection=get_connection(timeout=MAIL_SECONDEN),
    )
    try:
        return bericht.send() == 1
    except (SMTPException, OSError):
        return False


def _adres(pad: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{pad}"

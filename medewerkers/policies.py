"""Whether an account may be made, changed or closed now, with the reason in Dutch."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Medewerker, Partnerorganisatie

EIGEN_ACCOUNT = "Dit is uw eigen account. Vraag een andere beheerder."


def check_rollen(rollen: Collection[Rol], *, partnerorganisatie: Partnerorganisatie | None) -> None:
    """A partner sees what is assigned to the organisation, so there must be one."""
    if not rollen:
        raise Geweigerd("Kies ten minste één rol.", veld="rollen")
    if Rol.PARTNER in rollen and partnerorganisatie is None:
        raise Geweigerd("Kies de organisatie van deze partner.", veld="partnerorganisatie")
    if Rol.PARTNER not in rollen and partnerorganisatie is not None:
        raise Geweigerd(
            "Alleen wie de rol Partner heeft, hoort bij een partnerorganisatie.",
            veld="partnerorganisatie",
        )


def check_email(email: str, *, ander: Medewerker | None) -> None:
    """`ander` is who has this address already."""
    if ander is None:
        return
    if ander.is_active:
        raise Geweigerd(f"Dit e-mailadres is al van {ander.naam}.", veld="email")
    raise Geweigerd(
        f"Dit e-mailadres is van {ander.naam}. Dat account is gesloten: heropen het.", veld="email"
    )


def check_afwezig(
    *, van: date | None, tot: date | None, vervanger: Medewerker | None, voor: int | None
) -> None:
    """`voor` is the account this is about; a new one has no number yet."""
    if tot is not None and van is None:
        raise Geweigerd("Vul ook de eerste dag van de afwezigheid in.", veld="afwezig_van")
    if van is not None and tot is not None and tot < van:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.", veld="afwezig_tot")
    if vervanger is not None and vervanger.pk == voor:
        raise Geweigerd("Iemand kan zichzelf niet vervangen.", veld="vervanger")
    if vervanger is not None and not vervanger.is_active:
        raise Geweigerd(f"Het account van {vervanger.naam} is gesloten.", veld="vervanger")


def check_beheerder_blijft(*, andere_beheerders: int) -> None:
    """Without a beheerder nobody could ever give a role again."""
    if andere_beheerders == 0:
        raise Geweigerd(
            "Dit is de laatste functioneel beheerder. Geef eerst een collega die rol.",
            veld="rollen",
        )


def check_sluiten(
    medewerker: Medewerker, *, door: Medewerker, dossiers: int, taken: int, andere_beheerders: int
) -> None:
    if not medewerker.is_active:
        raise Geweigerd("Dit account is al gesloten.")
    if medewerker.pk == door.pk:
        raise Geweigerd(EIGEN_ACCOUNT)
    if dossiers or taken:
        raise Geweigerd(
            f"{medewerker.naam} heeft nog {_en(dossiers, taken)}. Draag die eerst over."
        )
    if Rol.BEHEERDER in medewerker.rollen:
        check_beheerder_blijft(andere_beheerders=andere_beheerders)


def _en(dossiers: int, taken: int) -> str:
    delen = [(dossiers, "dossier", "dossiers"), (taken, "open taak", "open taken")]
    return " en ".join(
        f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in delen if aantal
    )


def check_heropenen(medewerker: Medewerker) -> None:
    if medewerker.is_active:
        raise Geweigerd("Dit account is open.")


def check_link_sturen(medewerker: Medewerker) -> None:
    if not medewerker.is_active:
        raise Geweigerd("Dit account is gesloten.")


def check_code_wissen(medewerker: Medewerker, *, door: Medewerker, heeft_code: bool) -> None:
    if medewerker.pk == door.pk:
        raise Geweigerd("Uw eigen code beheert u onder uw naam, bij Inloggen met een code.")
    if not heeft_code:
        raise Geweigerd("Deze collega heeft geen code ingesteld.")

"""What the page Persoon & gezin shows."""

from __future__ import annotations

from dataclasses import dataclass

from inburgering.models import (
    Gezinslid,
    Inburgeraar,
    Ontheffing,
    Persoon,
    Plicht,
    Verblijf,
    Verblijfsrecht,
    Vrijstelling,
)
from medewerkers.models import Gemeente, Medewerker
from medewerkers.rechten import Recht


@dataclass(frozen=True)
class Gezinsregel:
    lid_id: int
    naam: str
    rol: str
    geboortedatum: str
    dossiernummer: str
    verborgen: bool


@dataclass(frozen=True)
class Persoonstab:
    """`volledig` is False for who sees only how to reach somebody, and where."""

    volledig: bool
    mag_wijzigen: bool
    mag_plicht: bool
    mag_bsn: bool
    plicht_loopt: bool
    persoon: Persoon
    gezin: list[Gezinsregel]
    verblijven: list[Verblijf]
    verblijfsrechten: list[Verblijfsrecht]
    plichten: list[Plicht]
    vrijstellingen: list[Vrijstelling]
    ontheffingen: list[Ontheffing]


def persoonstab(dossier: Inburgeraar, *, voor: Medewerker) -> Persoonstab:
    persoon = dossier.persoon
    plichten = list(dossier.plichten.all())
    return Persoonstab(
        volledig=voor.heeft(Recht.PERSOON_ZIEN),
        mag_wijzigen=voor.heeft(Recht.PERSOON_WIJZIGEN),
        mag_plicht=voor.heeft(Recht.PLICHT_VASTLEGGEN),
        mag_bsn=voor.heeft(Recht.BSN_TONEN),
        plicht_loopt=any(plicht.eind_op is None for plicht in plichten),
        persoon=persoon,
        gezin=gezin_van(persoon, voor=voor),
        verblijven=list(persoon.verblijven.all()),
        verblijfsrechten=list(persoon.verblijfsrechten.all()),
        plichten=plichten,
        vrijstellingen=list(dossier.vrijstellingen.all()),
        ontheffingen=list(dossier.ontheffingen.all()),
    )


def dossier_bij(persoon_id: int, *, voor: Medewerker) -> Inburgeraar | None:
    """The visible dossier of this person, or for who has none that of the household."""
    if not Persoon.objects.zichtbaar_voor(voor).filter(pk=persoon_id).exists():
        return None
    dossiers = Inburgeraar.objects.zichtbaar_voor(voor)
    gezinnen = Gezinslid.objects.filter(persoon=persoon_id).values("gezin")
    eigen = dossiers.filter(persoon=persoon_id).first()
    return eigen or dossiers.filter(persoon__lidmaatschappen__gezin__in=gezinnen).first()


def gezin_van(persoon: Persoon, *, voor: Medewerker) -> list[Gezinsregel]:
    """The household now. A member with a dossier closed to this colleague stays unnamed."""
    gezinnen = Gezinslid.objects.filter(persoon=persoon, eind_op=None).values("gezin")
    leden = (
        Gezinslid.objects.filter(gezin__in=gezinnen, eind_op=None)
        .select_related("persoon", "persoon__inburgeraar")
        .order_by("pk")
    )
    zichtbaar = set(
        Persoon.objects.zichtbaar_voor(voor)
        .filter(lidmaatschappen__in=leden)
        .values_list("pk", flat=True)
    )
    anderen = (lid for lid in leden if lid.persoon_id != persoon.pk)
    return [_regel(lid, lid.persoon_id in zichtbaar) for lid in anderen]


def _regel(lid: Gezinslid, zichtbaar: bool) -> Gezinsregel:
    rol = str(lid.get_rol_display())
    if not zichtbaar:
        naam = "Gezinslid met een gesloten dossier"
        return Gezinsregel(lid.pk, naam, rol, "", "", verborgen=True)
    dossier = getattr(lid.persoon, "inburgeraar", None)
    return Gezinsregel(
        lid_id=lid.pk,
        naam=lid.persoon.naam,
        rol=rol,
        geboortedatum=str(lid.persoon.geboortedatum),
        dossiernummer=dossier.dossiernummer if dossier else "",
        verborgen=False,
    )


def gezinsdossiers(dossier_id: int) -> list[int]:
    """This dossier and those of the household, now or when this person was last part of it."""
    gezinnen = Gezinslid.objects.filter(persoon__inburgeraar=dossier_id).values("gezin")
    leden = Gezinslid.objects.filter(gezin__in=gezinnen, eind_op=None).values("persoon")
    anderen = Inburgeraar.objects.filter(persoon__in=leden).values_list("pk", flat=True)
    return sorted({dossier_id, *anderen})


def gemeentecode() -> str:
    """The code of our own municipality; "" while nobody has filled it in."""
    return Gemeente.objects.values_list("code", flat=True).first() or ""

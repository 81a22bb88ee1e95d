"""Which rows a colleague may reach. Every queryset on the way to a page starts here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from medewerkers.models import BewaakteQuerySet, Medewerker
from medewerkers.rechten import Recht, rollen_met

if TYPE_CHECKING:
    from inburgering.models.dossier import Inburgeraar

_M = TypeVar("_M", bound=models.Model)


def zichtbare_dossiers(medewerker: Medewerker) -> models.QuerySet[Inburgeraar]:
    """The dossiers this colleague may see by role, without closed ones that do not name them."""
    model = apps.get_model("inburgering.Inburgeraar")
    dossiers = cast("models.Manager[Inburgeraar]", model.objects)
    bereik = _bereik(medewerker)
    if bereik is None:
        return dossiers.none()
    toegangen = apps.get_model("inburgering.DossierToegang")._default_manager
    genoemd = Exists(toegangen.filter(inburgeraar=OuterRef("pk"), medewerker=medewerker))
    return dossiers.filter(bereik & (Q(gesloten=False) | genoemd))


def _bereik(medewerker: Medewerker) -> Q | None:
    """What the roles reach together; rights add up. `None` is nothing at all."""
    if medewerker.heeft(Recht.DOSSIERS_TEAM) or medewerker.heeft(Recht.DOSSIERS_BIJSTAND):
        return Q()
    delen: list[Q] = []
    if medewerker.heeft(Recht.DOSSIERS_HUISVESTING):
        delen.append(Q(wordt_gehuisvest=True))
    if medewerker.heeft(Recht.DOSSIERS_BIJ_JURIST):
        delen.append(Q(bij_jurist=True))
    if medewerker.heeft(Recht.DOSSIERS_PARTNER) and medewerker.partnerorganisatie_id:
        delen.append(Q(partner=medewerker.partnerorganisatie_id))
    if not delen:
        return None
    bereik = delen[0]
    for deel in delen[1:]:
        bereik |= deel
    return bereik


def wie_ziet(dossier: Inburgeraar) -> models.QuerySet[Medewerker]:
    """The same the other way round: who, with an open account, may see this dossier."""
    medewerkers = Medewerker.objects.actief()
    bereik = Q(groups__name__in=rollen_met(Recht.DOSSIERS_TEAM, Recht.DOSSIERS_BIJSTAND))
    if dossier.wordt_gehuisvest:
        bereik |= Q(groups__name__in=rollen_met(Recht.DOSSIERS_HUISVESTING))
    if dossier.bij_jurist:
        bereik |= Q(groups__name__in=rollen_met(Recht.DOSSIERS_BIJ_JURIST))
    if dossier.partner_id:
        rollen = rollen_met(Recht.DOSSIERS_PARTNER)
        bereik |= Q(groups__name__in=rollen, partnerorganisatie=dossier.partner_id)
    if dossier.gesloten:
        genoemd = dossier.toegangen.values("medewerker")
        medewerkers = medewerkers.filter(pk__in=genoemd)
    return medewerkers.filter(bereik).distinct()


class DossierQuerySet(BewaakteQuerySet[_M]):
    """Rows that hang on a dossier, by the road their model names in `pad_naar_dossier`."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        pad = cast(Any, self.model).pad_naar_dossier
        zichtbaar = zichtbare_dossiers(medewerker)
        if pad == "":
            return self.filter(pk__in=zichtbaar.values("pk"))
        op_het_pad = {f"{pad}__in": zichtbaar.values("pk")}
        if not self.model._meta.get_field(pad.split("__")[0]).many_to_many:
            return self.filter(**op_het_pad)
        # One row of several dossiers is still one row.
        return self.filter(pk__in=self.model._base_manager.filter(**op_het_pad).values("pk"))


class DossierRij(models.Model):
    """A row of one dossier: `inburgeraar` is the road to it."""

    pad_naar_dossier: ClassVar[str] = "inburgeraar"
    pad_naar_persoon: ClassVar[str] = "inburgeraar__persoon"

    objects = models.Manager.from_queryset(DossierQuerySet)()

    class Meta:
        abstract = True

"""The MAP of one person: whether it is due, the themes, the hours, and what DUO would say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import Aanwezigheid, MapStatus, MapThemaSoort, TaalschakelStatus
from leerroutes.models import (
    Eindgesprek,
    MapModule,
    MapThema,
    Taalschakeltraject,
    Traject,
    Urenregel,
)
from leerroutes.policies.map import Urenstand, check_heropenen, check_open, check_uren_gedaan
from leerroutes.queries.gesloten import Gesloten, hoe_gesloten
from wet.duo import Bevinding, MeldingModule, controleer_module
from wet.leerroutes import Leerroute, Urendoel, Urensoort, map_nodig, tel_uren
from wet.normen import norm

_REGELS = 10  # hour lines shown; the rest stands with the hours
_GA_DOOR = "wordt op het formulier gevraagd"
_SOORTEN = (Urensoort.MAP_PRAKTIJK, Urensoort.INTAKE_MAP_PRAKTIJK, Urensoort.MAP_LES)


def _praktijk() -> list[Urensoort]:
    """Which kinds are practice, by the law."""
    geteld = {soort: tel_uren(Urendoel.MAP, {soort: 1}).bekend for soort in Urensoort}
    return [soort for soort, totaal in geteld.items() if totaal and totaal.uren]


PRAKTIJK = _praktijk()


@dataclass(frozen=True, kw_only=True)
class Themaregel:
    soort: MapThemaSoort
    thema: MapThema | None


@dataclass(frozen=True, kw_only=True)
class Mappagina:
    """`nodig` is None while there is no route; `geen_…` says why an act is closed."""

    module: MapModule | None
    nodig: bool | None
    themas: Sequence[Themaregel]
    uren: Urenstand | None
    lesuren: Decimal
    regels: Sequence[Urenregel]
    bevindingen: Sequence[Bevinding]
    geen_wijzigen: str
    geen_eindgesprek: str
    geen_heropenen: str

    @property
    def besproken(self) -> int:
        return sum(regel.thema is not None for regel in self.themas)

    @property
    def hele_uren(self) -> int:
        """For the bar, which counts no further than what is needed."""
        return min(int(self.uren.gedaan), self.uren.nodig) if self.uren else 0


def mappagina(dossier: Inburgeraar, *, op: date) -> Mappagina:
    module = module_van(dossier.pk)
    traject = laatste_traject(dossier.pk)
    per_soort = _per_soort(dossier.pk)
    praktijk = sum((per_soort.get(soort, Decimal(0)) for soort in PRAKTIJK), Decimal(0))
    if module is not None:
        praktijk += module.elders_uren or 0
    uren = Urenstand(gedaan=praktijk, nodig=uren_nodig(traject)) if traject else None
    dicht = weigering(check_loopt, dossier) or weigering(check_open, module, traject=traject)
    afgerond = module is not None and module.status == MapStatus.AFGEROND
    gesloten = hoe_gesloten(dossier.pk) if afgerond else Gesloten()
    return Mappagina(
        module=module,
        nodig=nodig(traject, dossier.pk) if traject else None,
        themas=_themas(dossier.pk),
        uren=uren,
        lesuren=per_soort.get(Urensoort.MAP_LES, Decimal(0)),
        regels=list(Urenregel.objects.filter(inburgeraar=dossier, soort__in=_SOORTEN)[:_REGELS]),
        bevindingen=_bevindingen(module, gesloten, eigen_pip=traject is not None, op=op)
        if module and afgerond and not module.elders_gemeld
        else (),
        geen_wijzigen=dicht,
        geen_eindgesprek=dicht or (weigering(check_uren_gedaan, uren) if uren else ""),
        geen_heropenen=_geen_heropenen(dossier, module, gesloten),
    )


def module_van(dossier_id: int) -> MapModule | None:
    return (
        MapModule.objects.filter(inburgeraar=dossier_id).select_related("eindgesprek_door").first()
    )


def laatste_traject(dossier_id: int) -> Traject | None:
    """The one that runs, or that stopped with the dossier."""
    return Traject.objects.filter(inburgeraar=dossier_id).first()


def nodig(traject: Traject, dossier_id: int) -> bool:
    """Not for who follows or completed the taalschakeltraject (Wi 8.3)."""
    laatste = Taalschakeltraject.objects.filter(inburgeraar=dossier_id).first()
    verlaten = laatste is not None and laatste.status == TaalschakelStatus.VERLATEN
    return map_nodig(Leerroute(traject.leerroute), traject_verlaten=verlaten)


def uren_nodig(traject: Traject) -> int:
    """The minimum of the law, or more when the plan promised more (Wi 15.1)."""
    return max(norm("map_praktijkuren", traject.start_op).aantal, traject.map_uren or 0)


def urenstand(dossier_id: int, traject: Traject, *, tot: date) -> Urenstand:
    """Hours of practice that count, up to and including `tot`, whatever the route was then."""
    per_soort = _per_soort(dossier_id, tot=tot)
    gedaan = sum((per_soort.get(soort, Decimal(0)) for soort in PRAKTIJK), Decimal(0))
    return Urenstand(gedaan=gedaan, nodig=uren_nodig(traject))


def thema_van(dossier_id: int, soort: MapThemaSoort) -> MapThema | None:
    return MapThema.objects.filter(map__inburgeraar=dossier_id, soort=soort).first()


def _per_soort(dossier_id: int, *, tot: date | None = None) -> dict[str, Decimal]:
    """Attended hours that count, per kind of the MAP."""
    regels = Urenregel.objects.filter(
        inburgeraar=dossier_id,
        soort__in=_SOORTEN,
        aanwezigheid=Aanwezigheid.AANWEZIG,
        erkend=True,
    )
    if tot is not None:
        regels = regels.filter(op__lte=tot)
    return dict(regels.order_by().values_list("soort").annotate(som=Sum("uren")))


def _themas(dossier_id: int) -> list[Themaregel]:
    gedaan = {thema.soort: thema for thema in MapThema.objects.filter(map__inburgeraar=dossier_id)}
    return [Themaregel(soort=soort, thema=gedaan.get(soort.value)) for soort in MapThemaSoort]


def _bevindingen(
    module: MapModule, gesloten: Gesloten, *, eigen_pip: bool, op: date
) -> Sequence[Bevinding]:
    """What DUO would refuse in the report of this closing talk."""
    termijn = inburgeringstermijn(module.inburgeraar_id)
    z_route = Eindgesprek.objects.filter(inburgeraar=module.inburgeraar_id).first()
    return controleer_module(
        MeldingModule(
            datum=module.eindgesprek_op,
            op=op,
            eigen_pip=eigen_pip,
            start_termijn=termijn.start_op if termijn else None,
            eind_op=termijn.eind_op if termijn else None,
            verwijtbaar=module.verwijtbaar,
            afronding_z=z_route.gehouden_op if z_route and gesloten.gemeld else None,
        )
    )


def _geen_heropenen(dossier: Inburgeraar, module: MapModule | None, gesloten: Gesloten) -> str:
    if module is None:
        return ""
    return weigering(check_loopt, dossier) or weigering(
        check_heropenen,
        module,
        gemeld=gesloten.gemeld,
        afgerond=gesloten.afgerond,
        reden=_GA_DOOR,
    )

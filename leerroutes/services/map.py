"""The Module Arbeidsmarkt en Participatie; its hours are recorded with all other hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import MapStatus, MapThemaSoort
from leerroutes.models import MapModule, MapThema
from leerroutes.policies.map import (
    Urenstand,
    check_eindgesprek,
    check_elders,
    check_heropenen,
    check_open,
    check_thema,
)
from leerroutes.queries.gesloten import hoe_gesloten
from leerroutes.queries.map import laatste_traject, uren_nodig, urenstand
from leerroutes.queries.verwijtbaar import vlag_bij
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class MapEindgesprek:
    """`verwijtbaar` only where DUO takes it (`queries.verwijtbaar`)."""

    op: date
    verslag: str
    verwijtbaar: bool | None = None


@dataclass(frozen=True, kw_only=True)
class MapElders:
    """Closed by another municipality on `op`, after `uren` hours of practice there.

    `gemeld`: that municipality told DUO; `verwijtbaar` only when it did not and DUO takes it.
    """

    gemeente: str
    op: date
    uren: Decimal
    gemeld: bool
    verwijtbaar: bool | None = None


def map_thema_vastleggen(
    *,
    dossier_id: int,
    soort: MapThemaSoort,
    gedaan_op: date | None,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
    versie: int | None = None,
) -> MapThema | None:
    """When a theme was dealt with and how; without a day it was not, and its row goes."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        module = _open(act, dossier_id)
        check_thema(gedaan_op=gedaan_op, toelichting=toelichting, vandaag=act.op)
        thema = _thema(act, module, soort, versie)
        if gedaan_op is None:
            _haal_weg(act, dossier_id, thema)
            _ruim_op(module)
            return None
        thema.gedaan_op, thema.toelichting = gedaan_op, toelichting
        thema.save()
        tekst = f"MAP: {str(soort.label).lower()} besproken"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=gedaan_op)
    return thema


def map_eindgesprek_voeren(
    *, dossier_id: int, gegevens: MapEindgesprek, door: Medewerker, nu: datetime
) -> MapModule:
    """The closing talk: its day is what DUO hears, so the hours are done by then."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        module = _open(act, dossier_id)
        traject = laatste_traject(dossier_id)
        assert traject is not None  # the module is open, so there is one
        termijn = inburgeringstermijn(dossier_id)
        check_eindgesprek(
            op=gegevens.op,
            verslag=gegevens.verslag,
            verwijtbaar=gegevens.verwijtbaar,
            vlag=vlag_bij(termijn, gegevens.op),
            uren=urenstand(dossier_id, traject, tot=gegevens.op),
            start_termijn=termijn.start_op if termijn else None,
            vandaag=act.op,
        )
        module.eindgesprek_voeren(
            op=gegevens.op,
            door=act.door,
            verslag=gegevens.verslag,
            verwijtbaar=gegevens.verwijtbaar,
        )
        module.save()
        tekst = "MAP afgerond: eindgesprek gevoerd"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=gegevens.op)
    return module


def map_elders_vastleggen(
    *, dossier_id: int, gegevens: MapElders, door: Medewerker, nu: datetime
) -> MapModule:
    """Who closed the MAP before moving here does not do it again."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        module = _open(act, dossier_id)
        traject = laatste_traject(dossier_id)
        assert traject is not None  # the module is open, so there is one
        termijn = inburgeringstermijn(dossier_id)
        check_elders(
            op=gegevens.op,
            gemeente=gegevens.gemeente,
            uren=Urenstand(gedaan=gegevens.uren, nodig=uren_nodig(traject)),
            verwijtbaar=gegevens.verwijtbaar,
            gemeld=gegevens.gemeld,
            vlag=vlag_bij(termijn, gegevens.op),
            start_termijn=termijn.start_op if termijn else None,
            vandaag=act.op,
        )
        gemeente = gegevens.gemeente.strip()
        verslag = f"Het eindgesprek is gevoerd in {gemeente}."
        module.eindgesprek_voeren(
            op=gegevens.op, door=act.door, verslag=verslag, verwijtbaar=gegevens.verwijtbaar
        )
        module.was_elders(gemeente, gegevens.uren, gemeld=gegevens.gemeld)
        module.save()
        totalen_bijwerken([dossier_id], maanden=set())
        tekst = f"MAP afgerond in {gemeente}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=gegevens.op)
    return module


def map_heropenen(
    *, map_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> MapModule:
    """The closing talk was recorded wrong; its report stays in the history."""
    dossier_id = MapModule.objects.values_list("inburgeraar", flat=True).get(pk=map_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        module = act.vergrendel(MapModule, map_id, versie=versie)
        check_loopt(module.inburgeraar)
        gesloten = hoe_gesloten(dossier_id)
        check_heropenen(module, gemeld=gesloten.gemeld, afgerond=gesloten.afgerond, reden=reden)
        module.heropenen()
        module.save()
        _ruim_op(module)
        totalen_bijwerken([dossier_id], maanden=set())
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "MAP heropend")
    return module


def _open(act: Handeling, dossier_id: int) -> MapModule:
    """The module of this person, made when there is none; closed for nothing."""
    check_loopt(Inburgeraar.objects.get(pk=dossier_id))
    pk = MapModule.objects.filter(inburgeraar=dossier_id).values_list("pk", flat=True).first()
    module = act.vergrendel(MapModule, pk) if pk else None
    check_open(module, traject=laatste_traject(dossier_id))
    if module is None:
        module = MapModule(inburgeraar_id=dossier_id)
        module.save()
    return module


def _ruim_op(module: MapModule) -> None:
    """Open and without themes nothing stands in it: then there is none."""
    if module.status == MapStatus.LOPEND and not module.themas.exists():
        module.delete()


def _thema(act: Handeling, module: MapModule, soort: MapThemaSoort, versie: int | None) -> MapThema:
    pk = MapThema.objects.filter(map=module, soort=soort).values_list("pk", flat=True).first()
    if pk is None:
        return MapThema(map=module, soort=soort.value)
    return act.vergrendel(MapThema, pk, versie=versie)


def _haal_weg(act: Handeling, dossier_id: int, thema: MapThema) -> None:
    if thema.pk is not None:
        thema.delete()
        tekst = f"MAP: {str(thema.get_soort_display()).lower()} weer open"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)

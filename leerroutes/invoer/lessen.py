"""From rows of a list to lessons of people: who it is, which lessons, and what stands there yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Persoon
from inburgering.namen import vouw
from leerroutes.enums import Aanwezigheid, Lessoort
from leerroutes.invoer.kolommen import (
    AANBIEDER,
    AANWEZIGHEID,
    NAAM,
    OP,
    OPMERKING,
    SOORT,
    UREN,
    WIE,
)
from leerroutes.models import Deelname, Urenregel
from leerroutes.policies.uren import Sleutel, UrenGegevens, check_aantal
from leerroutes.queries.urenfeiten import Urenfeiten, urenfeiten_van
from medewerkers.models import Medewerker
from opdrachten.soorten import Eenheid, Rij
from opdrachten.vouwen import vouw_kop
from wet.datums import zonder_weekdag
from wet.leerroutes import Urensoort

_STANDAARD = {
    Lessoort.TAAL: Urensoort.NEDERLANDS,
    Lessoort.TAALSCHAKEL: Urensoort.NEDERLANDS,
    Lessoort.ALFABETISERING: Urensoort.ALFABETISERING,
    Lessoort.KNM: Urensoort.KNM,
}


@dataclass
class Les:
    """One lesson of a person: rows of one unit, day, kind and attendance, with their hours added.

    A morning and an afternoon are two rows; the hours of a day are one line.
    """

    dossier: Inburgeraar
    gegevens: UrenGegevens
    eenheid: str
    rijen: list[int]

    def tel_op(self, gegevens: UrenGegevens, rij: Rij, eenheid: str) -> None:
        """Raises Geweigerd when the two rows do not say the same of that day."""
        if eenheid != self.eenheid:
            raise Geweigerd(f"Deze les staat ook op regel {self.rijen[0]}.", veld=OP)
        if gegevens.aanwezigheid != self.gegevens.aanwezigheid:
            raise Geweigerd(
                f"Regel {self.rijen[0]} zegt iets anders over deze les op deze dag. Maak er één "
                "regel van, met de uren waarop deze persoon er was.",
                veld=AANWEZIGHEID,
            )
        self.gegevens = replace(
            self.gegevens,
            uren=self.gegevens.uren + gegevens.uren,
            opmerking=self.gegevens.opmerking or gegevens.opmerking,
        )
        self.rijen.append(rij.nummer)


@dataclass
class Lijst:
    """The people of a list, with their lessons; read at once for all units that are given."""

    dossiers: Mapping[str, Inburgeraar]
    deelnames: Mapping[int, Sequence[Deelname]]
    feiten: Mapping[int, Urenfeiten]
    lessen: dict[tuple[int, Sleutel], Les] = field(default_factory=dict)
    """What was read of it so far, by person and lesson."""

    def lees(self, rij: Rij, eenheid: str) -> Les:
        """Raises Geweigerd when this row cannot be a lesson, or not beside an earlier row."""
        dossier = self.dossier(rij)
        gegevens = self.les(dossier, rij)
        check_aantal(gegevens.uren)
        bekend = self.lessen.get((dossier.pk, gegevens.sleutel))
        if bekend is not None:
            bekend.tel_op(gegevens, rij, eenheid)
            return bekend
        les = Les(dossier, gegevens, eenheid, [rij.nummer])
        self.lessen[dossier.pk, gegevens.sleutel] = les
        return les

    def dossier(self, rij: Rij) -> Inburgeraar:
        """Raises Geweigerd when nobody has this number, or somebody of another name."""
        dossier = self.dossiers.get(rij.waarden[WIE])
        if dossier is None:
            raise Geweigerd("Dit nummer is niet bekend.", veld=WIE)
        naam = rij.waarden.get(NAAM, "")
        if naam and not _zelfde_naam(naam, dossier.persoon):
            raise Geweigerd("Bij dit nummer hoort een andere naam.", veld=NAAM)
        return dossier

    def les(self, dossier: Inburgeraar, rij: Rij) -> UrenGegevens:
        """Raises Geweigerd when there were no such lessons that day, or it could be several."""
        deelname = _kies(self.deelnames.get(dossier.pk, ()), rij)
        waarden = rij.waarden
        return UrenGegevens(
            soort=waarden.get(SOORT) or _STANDAARD[Lessoort(deelname.lessoort)],
            op=waarden[OP],
            uren=waarden[UREN],
            aanwezigheid=waarden.get(AANWEZIGHEID, Aanwezigheid.AANWEZIG),
            deelname=deelname,
            opmerking=waarden.get(OPMERKING, ""),
        )

    def bekend(self, les: Les) -> Urenregel | None:
        return self.feiten[les.dossier.pk].bekend.get(les.gegevens.sleutel)


def lees_lijst(eenheden: Iterable[Eenheid], *, voor: Medewerker) -> Lijst:
    rijen = [rij for eenheid in eenheden for rij in eenheid.rijen]
    dossiers = _dossiers({rij.waarden[WIE] for rij in rijen}, voor)
    pks = {dossier.pk for dossier in dossiers.values()}
    deelnames: dict[int, list[Deelname]] = defaultdict(list)
    for deelname in Deelname.objects.filter(inburgeraar__in=pks).select_related("aanbieder"):
        deelnames[deelname.inburgeraar_id].append(deelname)
    dagen = [rij.waarden[OP] for rij in rijen]
    feiten = urenfeiten_van(
        list({dossier.pk: dossier for dossier in dossiers.values()}.values()),
        scholen={d.aanbieder_id for van in deelnames.values() for d in van},
        van=min(dagen, default=date.min),
        tot=max(dagen, default=date.min),
    )
    return Lijst(dossiers=dossiers, deelnames=deelnames, feiten=feiten)


def _dossiers(nummers: set[str], voor: Medewerker) -> dict[str, Inburgeraar]:
    """By dossier number and by V-nummer, of whom this colleague may see."""
    alle = Inburgeraar.objects.zichtbaar_voor(voor).select_related("persoon")
    gevonden = alle.filter(dossiernummer__in=nummers) | alle.filter(persoon__v_nummer__in=nummers)
    bij: dict[str, Inburgeraar] = {}
    for dossier in gevonden:
        bij[dossier.dossiernummer] = dossier
        if dossier.persoon.v_nummer:
            bij[dossier.persoon.v_nummer] = dossier
    return bij


def _zelfde_naam(naam: str, persoon: Persoon) -> bool:
    """One word in common is enough: it guards against a slip in the number, no more."""
    eigen = set(vouw(f"{persoon.voornamen} {persoon.achternaam}").split())
    return bool(eigen & set(vouw(naam.replace(",", " ")).split()))


def _kies(deelnames: Sequence[Deelname], rij: Rij) -> Deelname:
    op, school = rij.waarden[OP], rij.waarden.get(AANBIEDER, "")
    die_dag = [d for d in deelnames if d.start_op <= op <= (d.eind_op or date.max)]
    if school:
        die_dag = [d for d in die_dag if vouw_kop(d.aanbieder.naam) == vouw_kop(school)]
    if not die_dag:
        waar = " bij deze aanbieder" if school else ""
        raise Geweigerd(
            f"Deze persoon had op {zonder_weekdag(op)} geen lessen{waar}.",
            veld=AANBIEDER if school else OP,
        )
    soort = rij.waarden.get(SOORT)
    passend = [d for d in die_dag if _STANDAARD[Lessoort(d.lessoort)] is soort] or die_dag
    if len(passend) > 1:
        raise Geweigerd(
            "Deze persoon had die dag meer dan één soort les: zet de aanbieder en de soort erbij.",
            veld=AANBIEDER,
        )
    return passend[0]

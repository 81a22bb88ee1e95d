"""A case that ran before this system was there: taken over with the days of its own facts.

The act itself is of today and stands on the timeline as such; what happened before stands there on
its own day. Later rooms take over their part after this: intake, plan, ontzorgen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inburgering.enums import (
    GebeurtenisSoort,
    Gezinsrol,
    Regime,
    SchakelNummer,
    VerblijfsrechtSoort,
)
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Gezin, Inburgeraar, Persoon
from inburgering.services.dossiers import dossier_openen, partner_toewijzen
from inburgering.services.personen import (
    PersoonGegevens,
    gezinslid_toevoegen,
    persoon_vastleggen,
)
from inburgering.services.plichten import (
    PlichtGegevens,
    VerblijfGegevens,
    plicht_vastleggen,
    verblijf_vastleggen,
    verblijfsrecht_vastleggen,
)
from inburgering.services.schakels import schakel_afronden, schakel_openen
from medewerkers.models import Medewerker, Partnerorganisatie
from wet.doelgroepen import Doelgroep, GedetailleerdeDoelgroep, doelgroep_van

OVERGENOMEN = "Overgenomen bij livegang"
LIVEGANG = "Livegang"
"""The reason beside every line of the timeline, for the days there are of before."""

ASIELVERGUNNINGEN = (
    VerblijfsrechtSoort.ASIEL_BEPAALD,
    VerblijfsrechtSoort.ASIEL_ONBEPAALD,
    VerblijfsrechtSoort.NAREIS,
)


@dataclass(frozen=True, kw_only=True)
class Vergunning:
    soort: VerblijfsrechtSoort
    start_op: date


@dataclass(frozen=True, kw_only=True)
class LopendeZaak:
    """The case of somebody the municipality guides already. `plicht` is None while DUO's
    determination is not known.
    """

    regime: Regime
    groep: GedetailleerdeDoelgroep
    plicht: PlichtGegevens | None = None
    consulent: Medewerker | None = None
    partner: Partnerorganisatie | None = None


@dataclass(frozen=True, kw_only=True)
class LopendLid:
    """One person of a household that lives here; without `zaak` a child, or without a duty.

    `sinds`: the first day in this household that is known.
    """

    persoon: PersoonGegevens
    rol: Gezinsrol
    sinds: date
    verblijf: VerblijfGegevens | None = None
    vergunning: Vergunning | None = None
    zaak: LopendeZaak | None = None


def lid_overnemen(*, gezin: Gezin, lid: LopendLid, door: Medewerker, nu: datetime) -> Persoon:
    """A person of a running household, with the dossier when there is a case.

    Schakel 1 is closed by DUO's kennisgeving, 2 by the registration; for who falls under the
    Wi2021 schakel 3 is open. All on their own day.
    """
    with handeling(door=door, nu=nu, reden=LIVEGANG) as act:
        persoon = persoon_vastleggen(gegevens=lid.persoon, door=door, nu=nu)
        dossier = _open_dossier(act, persoon, lid) if lid.zaak else None
        gezinslid_toevoegen(
            gezin=gezin, persoon=persoon, rol=lid.rol, start_op=lid.sinds, door=door, nu=nu
        )
        _verblijf(act, persoon, lid)
        if dossier is not None and lid.zaak is not None:
            _schakels(act, dossier, lid, lid.zaak)
    return Persoon.objects.select_related("inburgeraar").get(pk=persoon.pk)


def wordt_gehuisvest(lid: LopendLid) -> bool:
    """Whether the municipality had to find this person a home (Huisvestingswet 28)."""
    ingeschreven = lid.verblijf is not None and lid.verblijf.brp_op is not None
    return ingeschreven and lid.vergunning is not None and lid.vergunning.soort in ASIELVERGUNNINGEN


def _open_dossier(act: Handeling, persoon: Persoon, lid: LopendLid) -> Inburgeraar:
    assert lid.zaak is not None  # only for who has a case
    dossier = dossier_openen(
        persoon=persoon,
        doelgroep=doelgroep_van(lid.zaak.groep).bekend or Doelgroep.OVERIG,
        regime=lid.zaak.regime,
        wordt_gehuisvest=wordt_gehuisvest(lid),
        consulent=lid.zaak.consulent,
        geopend_op=_begeleid_sinds(lid, lid.zaak),
        door=act.door,
        nu=act.nu,
    )
    act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, OVERGENOMEN)
    if lid.zaak.partner is not None:
        partner_toewijzen(dossier_id=dossier.pk, partner=lid.zaak.partner, door=act.door, nu=act.nu)
    return dossier


def _begeleid_sinds(lid: LopendLid, zaak: LopendeZaak) -> date | None:
    """The first day that is known on which the municipality could guide this person."""
    return lid.verblijf.start_op if lid.verblijf is not None else _plicht_bekend_op(zaak)


def _verblijf(act: Handeling, persoon: Persoon, lid: LopendLid) -> None:
    if lid.vergunning is not None:
        verblijfsrecht_vastleggen(
            persoon_id=persoon.pk, **vars(lid.vergunning), door=act.door, nu=act.nu
        )
    if lid.verblijf is not None:
        gegevens = {
            naam: waarde for naam, waarde in vars(lid.verblijf).items() if naam != "eind_op"
        }
        verblijf_vastleggen(persoon_id=persoon.pk, **gegevens, door=act.door, nu=act.nu)


def _schakels(act: Handeling, dossier: Inburgeraar, lid: LopendLid, zaak: LopendeZaak) -> None:
    """The links on the days of their facts, before the plicht would set them on today."""
    plicht = zaak.plicht
    bekend_op = _plicht_bekend_op(zaak)
    if bekend_op is not None:
        _afgerond(act, dossier, SchakelNummer.PLICHT, bekend_op)
    if dossier.wordt_gehuisvest and lid.verblijf is not None and lid.verblijf.brp_op is not None:
        _afgerond(act, dossier, SchakelNummer.VOORBEREIDEN, lid.verblijf.brp_op)
    begin_3 = lid.sinds if dossier.wordt_gehuisvest else plicht and plicht.kennisgeving_op
    if begin_3 and zaak.regime == Regime.WI2021:
        schakel_openen(
            dossier_id=dossier.pk,
            nummer=SchakelNummer.INTAKE_EN_PIP,
            door=act.door,
            nu=act.nu,
            op=begin_3,
        )
    if plicht is not None:
        plicht_vastleggen(dossier_id=dossier.pk, gegevens=plicht, door=act.door, nu=act.nu)


def _plicht_bekend_op(zaak: LopendeZaak) -> date | None:
    """The kennisgeving; of the Wet inburgering 2013 the begin of the plicht is enough."""
    if zaak.plicht is None:
        return None
    if zaak.plicht.kennisgeving_op is None and zaak.regime == Regime.WI2013:
        return zaak.plicht.start_op
    return zaak.plicht.kennisgeving_op


def _afgerond(act: Handeling, dossier: Inburgeraar, nummer: SchakelNummer, op: date) -> None:
    schakel_afronden(dossier_id=dossier.pk, nummer=nummer, door=act.door, nu=act.nu, op=op)

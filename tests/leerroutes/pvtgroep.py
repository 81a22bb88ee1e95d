"""People and meetings for the tests of guidance and the PVT."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

from inburgering.datums import AMSTERDAM
from inburgering.enums import TermijnSoort, VerblijfSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Termijn
from inburgering.services.dossiers import partner_toewijzen
from inburgering.services.plichten import verblijf_vastleggen
from inburgering.services.termijnen import termijn_vastleggen
from leerroutes.enums import BijeenkomstSoort, PvtDeelnameStatus, VrijwilligerSoort
from leerroutes.models import PvtBijeenkomst, PvtDeelname, Vrijwilliger
from leerroutes.queries.pvt_presentie import Presentieregel
from leerroutes.services.pvt import BijeenkomstGegevens, bijeenkomst_maken, uitnodigen
from leerroutes.services.pvt_presentie import presentie_vastleggen
from leerroutes.services.traject import traject_starten
from leerroutes.services.vrijwilligers import VrijwilligerGegevens, vrijwilliger_toevoegen
from medewerkers.models import Medewerker
from tests.factories import GEMEENTECODE, NU, een_dossier, persoongegevens
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn

_ZALEN = count(1)
PIP_OP = datetime(2025, 3, 3, 9, 30, tzinfo=AMSTERDAM)


def iemand(
    consulent: Medewerker, *, partner: Medewerker | None = None, **gegevens: Any
) -> Inburgeraar:
    dossier = een_dossier(consulent=consulent, gegevens=persoongegevens(**gegevens), nu=PIP_OP)
    if partner is not None:
        organisatie = partner.partnerorganisatie
        partner_toewijzen(dossier_id=dossier.pk, partner=organisatie, door=consulent, nu=PIP_OP)
        dossier.refresh_from_db()
    return dossier


def met_pip(dossier: Inburgeraar, door: Medewerker, *, nu: datetime = PIP_OP, **wat: Any) -> None:
    """A traject, and the three years that began the day after."""
    afspraken: dict[str, Any] = {
        "niveau": "",
        "leerroute_uren": 800,
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
    }
    traject_starten(
        dossier_id=dossier.pk, leerroute=Leerroute.Z, door=door, nu=nu, **afspraken | wat
    )
    with handeling(door=door, nu=nu, dossiers=[dossier.pk]) as act:
        termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=nu.date()),
        )


def termijn_van(dossier: Inburgeraar) -> Termijn:
    return Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)


def woont_hier(dossier: Inburgeraar, door: Medewerker, *, plaats: str = "Leek") -> None:
    """Registered in our own municipality on the day of the plan."""
    verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        straat="Tolberterstraat",
        huisnummer="12",
        plaats=plaats,
        gemeentecode=GEMEENTECODE,
        start_op=PIP_OP.date(),
        brp_op=PIP_OP.date(),
        door=door,
        nu=PIP_OP,
    )


def gegevens(**anders: Any) -> BijeenkomstGegevens:
    gewoon: dict[str, Any] = {
        "soort": BijeenkomstSoort.INLEIDING,
        "begint_at": NU - timedelta(days=7),
        "uren": Decimal(4),
        "plaats": "De Schans, Leek",
        "onderwerp": "Vrijheid",
        "begeleider": "Tess de Vries",
        "plaatsen": 10,
    }
    return BijeenkomstGegevens(**gewoon | anders)


def bijeenkomst(door: Medewerker, *, met: Any = (), **anders: Any) -> PvtBijeenkomst:
    plaats = {"plaats": f"De Schans, zaal {next(_ZALEN)}, Leek"}  # no two are the same
    rij = bijeenkomst_maken(gegevens=gegevens(**plaats | anders), door=door, nu=NU)
    if met:
        ids = [dossier.pk for dossier in met]
        uitnodigen(bijeenkomst_id=rij.pk, dossier_ids=ids, door=door, nu=NU)
    return rij


def regel(
    bij: PvtBijeenkomst,
    dossier: Inburgeraar,
    status: PvtDeelnameStatus = PvtDeelnameStatus.AANWEZIG,
    *,
    uren: Decimal | int | None = 4,
    **anders: Any,
) -> Presentieregel:
    deelname = PvtDeelname.objects.get(bijeenkomst=bij, inburgeraar=dossier)
    er = status == PvtDeelnameStatus.AANWEZIG
    return Presentieregel(
        deelname_id=deelname.pk,
        status=status,
        uren=Decimal(uren) if er and uren is not None else None,
        **anders,
    )


def vul_in(
    bij: PvtBijeenkomst, door: Medewerker, *regels: Presentieregel, nu: datetime = NU
) -> PvtBijeenkomst:
    return presentie_vastleggen(bijeenkomst_id=bij.pk, versie=None, regels=regels, door=door, nu=nu)


def was_er(
    dossier: Inburgeraar, door: Medewerker, *, uren: int = 4, **anders: Any
) -> PvtBijeenkomst:
    """Somebody came to a meeting of that many hours."""
    bij = bijeenkomst(door, met=[dossier], uren=Decimal(uren), **anders)
    return vul_in(bij, door, regel(bij, dossier, uren=uren))


def klaar_om_te_tekenen(dossier: Inburgeraar, door: Medewerker) -> None:
    """Eight hours, of which four of an activity: with a signing of four hours it is enough."""
    was_er(dossier, door, uren=4)
    was_er(dossier, door, uren=4, soort=BijeenkomstSoort.ACTIVITEIT, onderwerp="Gemeentehuis")


def vrijwilliger(door: Medewerker, **anders: Any) -> Vrijwilliger:
    gewoon: dict[str, Any] = {
        "naam": "Riet Hoekstra",
        "soort": VrijwilligerSoort.TAALCOACH,
        "dorp": "Leek",
    }
    return vrijwilliger_toevoegen(
        gegevens=VrijwilligerGegevens(**gewoon | anders), door=door, nu=NU
    )

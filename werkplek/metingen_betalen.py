"""What paying costs: a batch of many lines from building to the file, beside sepaxml alone.

Made inside a transaction that is rolled back, so nothing of it stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.utils.timezone import localtime

from inburgering.enums import Regime
from inburgering.models import Inburgeraar, Persoon
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from ontzorgen.enums import CrediteurSoort, PainVersie
from ontzorgen.models import (
    Betaalbatch,
    Betaalregels,
    Betaling,
    Crediteur,
    Crediteurrekening,
    Lastbedrag,
    Ontzorgperiode,
    OntzorgStatus,
    Uitkering,
    Uitkeringsbedrag,
    VasteLast,
)
from ontzorgen.sepa import Opdrachtgever, Overboeking, maak_bestand
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.bouwen import batch_maken, bouw_vragen, bouwen
from werkplek.metingen_groot import maak
from wet.datums import maanden_na
from wet.doelgroepen import Doelgroep
from wet.ontzorgen import Lastsoort, ontzorgperiode

_EERSTE_NUMMER = 5_000_000_000
_CREDITEUREN = 40
_IBAN = "NL91ABNA0417164300"
_SOORTEN = (
    (Lastsoort.HUUR, "612.40"),
    (Lastsoort.ENERGIE_EN_WATER, "165.00"),
    (Lastsoort.ZORGVERZEKERING, "142.50"),
    (Lastsoort.ENERGIE_EN_WATER, "24.10"),
    (Lastsoort.HUUR, "35.00"),
)
"""Five costs of a household: the second rent is service, the second energy is water."""


@dataclass(frozen=True)
class Betaalproef:
    """Who makes, who approves, and the month that is paid."""

    maker: Medewerker
    ander: Medewerker
    maand: date
    nu: datetime


def vul_betalen(*, regels: int, nu: datetime) -> Betaalproef:
    """Households with five costs each, together so many lines for the next month."""
    maand = maanden_na(nu.date().replace(day=1), 1)
    maker, ander = _collegas()
    with spoor(door=maker, nu=nu):
        Betaalregels(
            pk=1,
            iban="NL02ABNA0123456789",
            bic="ABNANL2A",
            tenaamstelling="Gemeente",
            twee_akkoorden_vanaf_bedrag=Decimal("99999999.00"),
        ).save()
    begin = maanden_na(maand, -2)
    aantal = -(-regels // len(_SOORTEN))
    personen = maak(_persoon(n) for n in range(aantal))
    dossiers = maak(_dossier(n, persoon, begin) for n, persoon in enumerate(personen))
    uitkeringen = maak(Uitkering(inburgeraar=dossier, start_op=begin) for dossier in dossiers)
    maak(_periode(uitkering) for uitkering in uitkeringen)
    maak(
        Uitkeringsbedrag(uitkering=u, maand=maand, netto_bedrag=Decimal("1283.00"))
        for u in uitkeringen
    )
    crediteuren = _crediteuren(maker, ander, nu.date())
    lasten = maak(
        VasteLast(
            uitkering=uitkering,
            code=f"P{n:09d}",
            soort=_SOORTEN[n % len(_SOORTEN)][0],
            crediteur=crediteuren[n % _CREDITEUREN],
            kenmerk=f"K{n}",
            start_op=begin,
            betalen_vanaf=maand,
        )
        for n, uitkering in enumerate(u for u in uitkeringen for _ in _SOORTEN)
        if n < regels
    )
    maak(
        Lastbedrag(last=last, start_op=begin, maand_bedrag=Decimal(_SOORTEN[n % len(_SOORTEN)][1]))
        for n, last in enumerate(lasten)
    )
    _analyseer()
    return Betaalproef(maker, ander, maand, nu)


def _analyseer() -> None:
    """As the database does by itself within minutes of filling a table."""
    with connection.cursor() as cursor:
        for model in (Inburgeraar, Uitkering, Ontzorgperiode, Uitkeringsbedrag, VasteLast):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def betaal(proef: Betaalproef, *, regels: int) -> Betaalbatch:
    """Build, make ready, approve and offer; raises when a line is missing."""
    batch = batch_maken(maand=proef.maand, door=proef.maker, nu=proef.nu)
    batch = bouwen(batch_id=batch.pk, nu=proef.nu)
    if batch.aantal != regels:
        raise RuntimeError(f"de batch heeft {batch.aantal} regels en geen {regels}")
    batch = klaarzetten(batch_id=batch.pk, versie=None, door=proef.maker, nu=proef.nu)
    batch = akkoord_geven(
        batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=proef.ander, nu=proef.nu
    )
    return aanbieden(batch_id=batch.pk, versie=None, door=proef.maker, nu=proef.nu)


def bouw_eerst(proef: Betaalproef) -> Betaalbatch:
    batch = batch_maken(maand=proef.maand, door=proef.maker, nu=proef.nu)
    return bouwen(batch_id=batch.pk, nu=proef.nu)


def herbouw(proef: Betaalproef, batch: Betaalbatch) -> None:
    """A second build, which must add nothing."""
    voor = Betaling.history.count()
    bouw_vragen(batch_id=batch.pk, versie=None, door=proef.maker, nu=proef.nu)
    bouwen(batch_id=batch.pk, nu=proef.nu)
    if Betaling.history.count() != voor:
        raise RuntimeError("de tweede keer bouwen schreef regels")


def alleen_sepaxml(*, regels: int, nu: datetime) -> None:
    """The floor: the same lines written and held against the scheme, without any of ours."""
    maak_bestand(
        (
            Overboeking(
                naam=f"Crediteur {n % _CREDITEUREN}",
                iban=_IBAN,
                bic="ABNANL2A",
                bedrag=Decimal("195.80"),
                kenmerk=f"P{n:09d}-202606-T1",
                omschrijving=f"K{n} Huur juni 2026",
            )
            for n in range(regels)
        ),
        van=Opdrachtgever(naam="Gemeente", iban="NL02ABNA0123456789", bic="ABNANL2A"),
        op=nu.date(),
        bericht="PROEF-1",
        gemaakt_at=localtime(nu),
        versie=PainVersie.V09,
    )


def _collegas() -> tuple[Medewerker, Medewerker]:
    """The first two who may work on batches; the second approves."""
    maker = Medewerker.objects.actief().filter(groups__name=Rol.ADMINISTRATIE).first()
    ander = Medewerker.objects.actief().filter(groups__name=Rol.TEAMLEIDER).first()
    if maker is None or ander is None:
        raise LookupError("Er is geen administratie of teamleider. Maak ze met: bin/manage demo")
    return maker, ander


def _crediteuren(maker: Medewerker, ander: Medewerker, op: date) -> list[Crediteur]:
    crediteuren = maak(
        Crediteur(naam=f"Proefcrediteur {n}", soort=CrediteurSoort.VERHUURDER)
        for n in range(_CREDITEUREN)
    )
    rekeningen = [
        Crediteurrekening(
            crediteur=crediteur,
            iban=_IBAN,
            bic="ABNANL2A",
            bank="ABN AMRO",
            tenaamstelling=crediteur.naam,
            herkomst="proef",
            voorgesteld_op=op,
            voorgesteld_door=maker,
        )
        for crediteur in crediteuren
    ]
    for rekening in rekeningen:
        rekening.bevestigen(op=op, door=ander)
    maak(rekeningen)
    return crediteuren


def _persoon(nummer: int) -> Persoon:
    return Persoon(
        achternaam=f"Betaalproef {nummer}",
        geboortejaar=1990,
        v_nummer=str(_EERSTE_NUMMER + nummer),
    )


def _dossier(nummer: int, persoon: Persoon, op: date) -> Inburgeraar:
    return Inburgeraar(
        persoon=persoon,
        dossiernummer=f"B-{nummer:07d}",
        regime=Regime.WI2021,
        doelgroep=Doelgroep.ASIEL,
        geopend_op=op,
    )


def _periode(uitkering: Uitkering) -> Ontzorgperiode:
    looptijd = ontzorgperiode(uitkering.start_op).bekend
    assert looptijd is not None  # the day is given
    periode = Ontzorgperiode(
        uitkering=uitkering, start_op=looptijd.start_op, eind_op=looptijd.eind_op
    )
    periode.activeren(besluit_op=uitkering.start_op, machtiging_op=uitkering.start_op)
    assert periode.status == OntzorgStatus.ACTIEF
    return periode

"""The check list of a batch: what a careful colleague looks at before the money leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models.fields.json import KT

from inburgering.geweigerd import weigering
from ontzorgen.enums import BetalingSoort, RekeningStatus, TekortReden
from ontzorgen.models import Betaalbatch, Betaalregels, Betaling, Crediteurrekening, Tekort
from ontzorgen.policies.batch import check_dag, maandnaam
from wet.datums import zonder_weekdag


@dataclass(frozen=True, slots=True)
class Controle:
    """`kleur`: goed, let_op or fout; what is fout keeps the batch from being made ready."""

    tekst: str
    kleur: str
    uitleg: str = ""


def controlelijst(batch: Betaalbatch, *, regels: Betaalregels, op: date) -> list[Controle]:
    return [
        _rekening(regels),
        _dag(batch, op),
        *_rekeningen(batch),
        _bijstand(batch),
        _tekorten(batch),
    ]


def _rekening(regels: Betaalregels) -> Controle:
    if regels.iban and regels.tenaamstelling:
        return Controle(f"Wij betalen van {regels.iban}, {regels.tenaamstelling}.", "goed")
    return Controle(
        "Er is geen rekening van de gemeente ingevuld.",
        "fout",
        "De functioneel beheerder vult die in bij Betaalregels.",
    )


def _dag(batch: Betaalbatch, op: date) -> Controle:
    reden = weigering(check_dag, batch.verwerken_op, vandaag=op) if batch.open else ""
    tekst = f"De bank betaalt op {zonder_weekdag(batch.verwerken_op)}."
    return Controle(tekst, "fout", reden) if reden else Controle(tekst, "goed")


def _rekeningen(batch: Betaalbatch) -> Iterator[Controle]:
    """Accounts that wait: what they hold up, and what is still paid to the account of before."""
    held = Tekort.objects.filter(batch=batch, reden=TekortReden.REKENING).count()
    if held:
        yield Controle(
            f"{_regels(held)} niet betaald: het rekeningnummer is nog niet bevestigd.",
            "let_op",
            "Laat een collega het nummer bevestigen bij Crediteuren en bouw opnieuw.",
        )
    wachtend = (
        Crediteurrekening.objects.filter(
            status=RekeningStatus.VOORGESTELD,
            crediteur__lasten__betalingen__batch=batch,
        )
        .distinct()
        .values_list("crediteur__naam", flat=True)
    )
    for naam in sorted(wachtend)[:5]:
        yield Controle(
            f"Van {naam} wacht een ander rekeningnummer op bevestiging.",
            "let_op",
            "In deze batch wordt nog op het oude nummer betaald.",
        )
    if not held and not wachtend:
        yield Controle("Alle rekeningnummers zijn door twee mensen bekeken.", "goed")


def _bijstand(batch: Betaalbatch) -> Controle:
    termijnen = Betaling.objects.filter(batch=batch, soort=BetalingSoort.TERMIJN)
    oud = termijnen.annotate(van=KT("feiten__bijstand_maand")).exclude(
        van=batch.maand.isoformat(), maand=batch.maand
    )
    aantal = oud.filter(maand=batch.maand).values("last__uitkering").distinct().count()
    if not aantal:
        return Controle(f"De bijstand van {maandnaam(batch.maand)} is bekend.", "goed")
    wie = "1 huishouden" if aantal == 1 else f"{aantal} huishoudens"
    return Controle(
        f"Van {wie} is de bijstand van {maandnaam(batch.maand)} nog niet bekend.",
        "let_op",
        "Er is gerekend met de laatste maand die wel bekend is.",
    )


def _tekorten(batch: Betaalbatch) -> Controle:
    aantal = Tekort.objects.filter(batch=batch).exclude(reden=TekortReden.REKENING).count()
    if not aantal:
        return Controle("Niemand komt tekort.", "goed")
    return Controle(
        f"{_regels(aantal)} niet of niet heel betaald door een tekort.",
        "let_op",
        "Per huishouden staat er een taak om dit op te lossen.",
    )


def _regels(aantal: int) -> str:
    return "1 last wordt" if aantal == 1 else f"{aantal} lasten worden"

"""The overview of the taakstelling for the province: numbers, no names. As PDF and as workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from besluiten.pdf import maak_pdf
from medewerkers.models import Gemeente, Medewerker
from opdrachten.uitvoer import Blad, Waarde, schrijf_werkmap
from overdracht.models import Correctie
from overdracht.queries.taakstelling import Opgaveregel, Taakstelling
from overdracht.queries.taakstelling_mensen import GESLOTEN, Mensregel

PDF_TEMPLATE = "overdracht/taakstelling_overzicht.html"
_CIJFERS = (
    "Tijdvak",
    "Opgave",
    "Saldo aan het begin",
    "Te huisvesten",
    "Gehuisvest",
    "Saldo",
    "Nog open",
    "Uiterlijk op",
    "Bron",
    "Stand op",
)
_CORRECTIES = ("Vanaf", "Aantal", "Reden")
_MENSEN = ("V-nummer", "Naam", "Telt vanaf", "Tijdvak", "Dossier", "Overdracht")


def overzicht_pdf(taakstelling: Taakstelling, *, door: Medewerker, dagtekening: date) -> bytes:
    context = {
        "gemeente": Gemeente.objects.get(),
        "taakstelling": taakstelling,
        "ondertekenaar": door.naam,
        "functie": door.functie,
    }
    return maak_pdf(PDF_TEMPLATE, context, dagtekening=dagtekening)


def overzicht_xlsx(taakstelling: Taakstelling, mensen: Iterable[Mensregel]) -> bytes:
    """The numbers, the corrections, and who was counted as far as the colleague may see them."""
    cijfers = [_cijfers(regel, taakstelling.op) for regel in reversed(taakstelling.regels)]
    correcties = [_correctie(rij) for rij in taakstelling.correcties]
    return schrijf_werkmap(
        [
            Blad("Taakstelling", _CIJFERS, cijfers),
            Blad("Correcties", _CORRECTIES, correcties),
            Blad("Wie telt mee", _MENSEN, map(_mens, mensen)),
        ]
    ).getvalue()


def _cijfers(regel: Opgaveregel, op: date) -> list[Waarde]:
    stand = regel.stand
    return [
        str(stand.tijdvak),
        stand.opgave,
        stand.meegenomen,
        stand.te_huisvesten,
        None if regel.voor_beginstand else stand.gehuisvest,
        stand.saldo,
        stand.open,
        stand.uiterlijk_op,
        regel.opgave.bron,
        op,
    ]


def _correctie(correctie: Correctie) -> list[Waarde]:
    reden = "Besluit over één persoon" if correctie.persoon_id else correctie.reden
    return [correctie.op, correctie.aantal, reden]


def _mens(regel: Mensregel) -> list[Waarde]:
    return [
        regel.v_nummer,
        regel.naam or GESLOTEN,
        regel.mens.dag,
        str(regel.tijdvak),
        regel.dossiernummer,
        regel.overdracht_id,
    ]

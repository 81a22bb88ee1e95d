"""What the pages show of a file: the list, the page that follows its state, what will happen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from inburgering.datums import OnzekereDatum
from inburgering.geweigerd import Geweigerd
from inburgering.models import Persoon
from medewerkers.models import Medewerker
from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.models import BEZIG, Importregel, Opdracht
from opdrachten.soorten import IMPORTSOORTEN, Importsoort, Kolom, Oordeel

PER_PAGINA = 100
IN_DE_LIJST = 50

OORDEELKLEUR = {
    Oordeel.NIEUW: "goed",
    Oordeel.AANVULLING: "info",
    Oordeel.DUBBEL: "let_op",
    Oordeel.ONGEWIJZIGD: "neutraal",
    Oordeel.FOUT: "fout",
}
UITKOMSTKLEUR = {
    Uitkomst.INGEVOERD: "goed",
    Uitkomst.OVERGESLAGEN: "neutraal",
    Uitkomst.FOUT: "fout",
}


# --- The list ------------------------------------------------------------------------------------
# Eight digits or more in a row, or a BSN written in groups; a date has its signs elsewhere.
_LANG_NUMMER = re.compile(r"\d{8,}|\d{3}[. ]\d{3}[. ]\d{3}|\d{4}[. ]\d{2}[. ]\d{3}")


@dataclass(frozen=True)
class Lijstregel:
    opdracht: Opdracht
    soort: str
    samenvatting: str


def mijn_soorten(voor: Medewerker) -> list[Importsoort]:
    return [soort for soort in IMPORTSOORTEN.values() if voor.heeft(soort.recht)]


def lijst(*, voor: Medewerker) -> list[Lijstregel]:
    """The latest of what this colleague may see."""
    rijen = Opdracht.objects.zichtbaar_voor(voor).select_related("gemaakt_door")[:IN_DE_LIJST]
    return [Lijstregel(rij, rij.importsoort.titel, _samenvatting(rij)) for rij in rijen]


def _samenvatting(opdracht: Opdracht) -> str:
    tellingen = opdracht.uitkomsten or opdracht.oordelen
    labels = dict(Uitkomst.choices if opdracht.uitkomsten else Oordeel.choices)
    return ", ".join(f"{n} {str(labels[naam]).lower()}" for naam, n in tellingen.items())


# --- One file ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Reden:
    kolom: str
    tekst: str


@dataclass(frozen=True)
class BekendPersoon:
    naam: str
    geboortedatum: OnzekereDatum
    dossiernummer: str


@dataclass(frozen=True)
class Regel:
    """`keuze` is None where there is nothing to choose."""

    nummer: int
    wie: str
    label: str
    kleur: str
    redenen: list[Reden]
    bekend: BekendPersoon | None
    keuze: str | None
    eenheid: int


@dataclass(frozen=True)
class Filter:
    waarde: str
    label: str
    aantal: int
    actief: bool


@dataclass(frozen=True)
class Blad:
    """A page of rows."""

    regels: list[Regel]
    filters: list[Filter]
    nummer: int
    aantal: int
    met_keuzes: bool

    @property
    def vorige(self) -> str:
        return self._naar(self.nummer - 1) if self.nummer > 1 else ""

    @property
    def volgende(self) -> str:
        return self._naar(self.nummer + 1) if self.nummer < self._laatste else ""

    @property
    def stand(self) -> str:
        begin = (self.nummer - 1) * PER_PAGINA
        return f"{begin + 1} tot en met {begin + len(self.regels)} van {self.aantal}"

    @property
    def _laatste(self) -> int:
        return max(1, -(-self.aantal // PER_PAGINA))

    def _naar(self, nummer: int) -> str:
        actief = next(filter_.waarde for filter_ in self.filters if filter_.actief)
        return f"?toon={actief}&blad={nummer}"


@dataclass(frozen=True)
class Voortgang:
    verwerkt: int
    totaal: int


@dataclass(frozen=True)
class Pagina:
    opdracht: Opdracht
    soort: Importsoort
    bezig: bool
    voortgang: Voortgang | None
    blad: Blad | None
    gevolgen: list[str]
    gewist: bool
    eerder_at: datetime | None


def opdrachtpagina(
    opdracht: Opdracht, *, voor: Medewerker, filter_: str = "", nummer: int = 1
) -> Pagina:
    heeft_regels = opdracht.status not in BEZIG and opdracht.regels.exists()
    bevestigd = opdracht.status in (OpdrachtStatus.KLAAR, OpdrachtStatus.ONGEDAAN)
    toon_regels = heeft_regels and (bevestigd or opdracht.status == OpdrachtStatus.VOORBEELD)
    return Pagina(
        opdracht=opdracht,
        soort=opdracht.importsoort,
        bezig=opdracht.status in BEZIG,
        voortgang=_voortgang(opdracht),
        blad=_blad(opdracht, voor, filter_, nummer) if toon_regels else None,
        gevolgen=gevolgen(opdracht) if opdracht.status == OpdrachtStatus.VOORBEELD else [],
        gewist=bevestigd and not heeft_regels,
        eerder_at=_eerder(opdracht) if opdracht.status == OpdrachtStatus.VOORBEELD else None,
    )


def _voortgang(opdracht: Opdracht) -> Voortgang | None:
    """How far the writing is; of reading it is not known how far it is."""
    if opdracht.status != OpdrachtStatus.BEVESTIGD:
        return None
    return Voortgang(opdracht.regels.exclude(uitkomst="").count(), opdracht.totaal)


def _eerder(opdracht: Opdracht) -> datetime | None:
    """When the same file was entered before."""
    eerder = Opdracht.objects.filter(
        soort=opdracht.soort,
        sha256=opdracht.sha256,
        status__in=[OpdrachtStatus.BEVESTIGD, OpdrachtStatus.KLAAR],
    )
    return eerder.values_list("bevestigd_at", flat=True).order_by("-bevestigd_at").first()


def _blad(opdracht: Opdracht, voor: Medewerker, filter_: str, nummer: int) -> Blad:
    veld = "uitkomst" if opdracht.uitkomsten else "oordeel"
    tellingen = opdracht.uitkomsten or opdracht.oordelen
    actief = filter_ if filter_ in tellingen else ""
    aantal = tellingen[actief] if actief else opdracht.totaal
    nummer = min(max(nummer, 1), max(1, -(-aantal // PER_PAGINA)))
    rijen = opdracht.regels.filter(**{veld: actief} if actief else {}).order_by("nummer")
    stuk = list(rijen[(nummer - 1) * PER_PAGINA : nummer * PER_PAGINA])
    return Blad(
        regels=_regels(opdracht, stuk, voor),
        filters=_filters(opdracht, tellingen, actief),
        nummer=nummer,
        aantal=aantal,
        met_keuzes=veld == "oordeel" and any(regel.keuze for regel in stuk),
    )


def _filters(opdracht: Opdracht, tellingen: dict[str, int], actief: str) -> list[Filter]:
    keuzes: Iterable[Uitkomst | Oordeel] = Uitkomst if opdracht.uitkomsten else Oordeel
    return [
        Filter("", "Alle regels", opdracht.totaal, not actief),
        *(
            Filter(keuze.value, _in_woorden(opdracht, keuze), tellingen[keuze], keuze == actief)
            for keuze in keuzes
            if tellingen.get(keuze)
        ),
    ]


def _in_woorden(opdracht: Opdracht, hoe: Uitkomst | Oordeel) -> str:
    """What was entered is not there any more once the whole was taken back."""
    if hoe == Uitkomst.INGEVOERD and opdracht.status == OpdrachtStatus.ONGEDAAN:
        return str(OpdrachtStatus.ONGEDAAN.label)
    return str(hoe.label)


def _regels(opdracht: Opdracht, stuk: Sequence[Importregel], voor: Medewerker) -> list[Regel]:
    bekend = _bekenden({regel.persoon_id for regel in stuk if regel.persoon_id}, voor)
    gezien: set[int] = set()
    regels = []
    for regel in stuk:
        kiest = regel.keuze and regel.eenheid not in gezien and not opdracht.uitkomsten
        gezien.add(regel.eenheid)
        label, kleur = _label(opdracht, regel)
        regels.append(
            Regel(
                nummer=regel.nummer,
                wie=wie(opdracht, regel.cellen),
                label=label,
                kleur=kleur,
                redenen=_redenen(opdracht.importsoort, regel),
                bekend=bekend.get(regel.persoon_id or 0),
                keuze=regel.keuze if kiest else None,
                eenheid=regel.eenheid,
            )
        )
    return regels


def _label(opdracht: Opdracht, regel: Importregel) -> tuple[str, str]:
    if regel.uitkomst:
        uitkomst = Uitkomst(regel.uitkomst)
        weg = opdracht.status == OpdrachtStatus.ONGEDAAN
        return _in_woorden(opdracht, uitkomst), "neutraal" if weg else UITKOMSTKLEUR[uitkomst]
    oordeel = Oordeel(regel.oordeel)
    houdt_tegen = regel.eenheid_oordeel == Oordeel.FOUT and oordeel != Oordeel.FOUT
    return str(oordeel.label), "neutraal" if houdt_tegen else OORDEELKLEUR[oordeel]


def _redenen(soort: Importsoort, regel: Importregel) -> list[Reden]:
    redenen = [
        Reden(soort.kolom(b["kolom"]).label if b["kolom"] else "", b["reden"])
        for b in regel.bevindingen
    ]
    if regel.uitkomst:
        algemeen = regel.reden and regel.reden not in {reden.tekst for reden in redenen}
        return [*redenen, Reden("", regel.reden)] if algemeen else redenen
    if regel.eenheid_oordeel == Oordeel.FOUT and regel.oordeel != Oordeel.FOUT:
        redenen.append(Reden("", "Gaat niet mee: een andere regel die hierbij hoort, is fout."))
    return redenen


def wie(opdracht: Opdracht, cellen: Sequence[str]) -> str:
    """Whom or what a row is about, as it was understood: so a day taken for a month shows."""
    soort = opdracht.importsoort
    plekken = [(soort.kolom(naam), opdracht.koppeling.get(naam)) for naam in soort.herkenbaar]
    delen = (
        _begrepen(kolom, cellen[plek].strip())
        for kolom, plek in plekken
        if plek is not None and plek < len(cellen)
    )
    return " ".join(filter(None, delen))


def _begrepen(kolom: Kolom, tekst: str) -> str:
    if not tekst:
        return ""
    try:
        waarde = kolom.lees(tekst)
    except Geweigerd:
        return tekst
    return f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else str(waarde)


def _bekenden(personen: set[int], voor: Medewerker) -> dict[int, BekendPersoon]:
    """Those this colleague may see; the others stay unnamed."""
    if not personen:
        return {}
    rijen = Persoon.objects.zichtbaar_voor(voor).filter(pk__in=personen).distinct()
    return {
        rij.pk: BekendPersoon(
            rij.naam, rij.geboortedatum, getattr(_dossier(rij), "dossiernummer", "")
        )
        for rij in rijen.select_related("inburgeraar")
    }


def _dossier(persoon: Persoon) -> Any:
    return getattr(persoon, "inburgeraar", None)


# --- What confirming does ------------------------------------------------------------------------
def gevolgen(opdracht: Opdracht) -> list[str]:
    """Sentence by sentence, with how many units and rows."""
    groepen = (
        opdracht.regels.order_by()
        .values_list("eenheid_oordeel", "keuze")
        .annotate(eenheden=Count("eenheid", distinct=True), regels=Count("pk"))
    )
    aantallen = {(oordeel, keuze): (n, m) for oordeel, keuze, n, m in groepen}
    return [
        f"{_hoeveel(opdracht.importsoort, *aantallen[sleutel])} {zin}"
        for sleutel, zin in _ZINNEN
        if sleutel in aantallen
    ]


_ZINNEN: tuple[tuple[tuple[str, str], str], ...] = (
    ((Oordeel.NIEUW, ""), "nieuw ingevoerd."),
    ((Oordeel.AANVULLING, ""), "aangevuld."),
    ((Oordeel.DUBBEL, Keuze.NIEUW), "toch als nieuw ingevoerd, al lijkt het bekend."),
    ((Oordeel.DUBBEL, Keuze.AANVULLEN), "bij de bekende persoon aangevuld."),
    ((Oordeel.DUBBEL, Keuze.OVERSLAAN), "overgeslagen: waarschijnlijk al bekend."),
    ((Oordeel.ONGEWIJZIGD, ""), "overgeslagen: alles is al bekend."),
    ((Oordeel.FOUT, ""), "niet ingevoerd: er zit een fout in."),
)


def _hoeveel(soort: Importsoort, eenheden: int, regels: int) -> str:
    enkel, meer = soort.eenheid
    wat = f"{eenheden} {enkel if eenheden == 1 else meer}"
    if soort.groep:
        wat += f" ({regels} {'regel' if regels == 1 else 'regels'})"
    return f"{wat} {'wordt' if eenheden == 1 else 'worden'}"


# --- Matching columns ----------------------------------------------------------------------------
def voorbeeldwaarden(opdracht: Opdracht, koppen: Sequence[str], *, hoeveel: int = 2) -> list[str]:
    """By column of the file its first values, to recognise it by."""
    rijen = [regel.cellen for regel in opdracht.regels.order_by("nummer")[:20]]
    waarden = []
    for plek in range(len(koppen)):
        gevuld = dict.fromkeys(r[plek].strip()[:30] for r in rijen if r[plek].strip())
        waarden.append(", ".join(_afgeschermd(waarde) for waarde in list(gevuld)[:hoeveel]))
    return waarden


def _afgeschermd(waarde: str) -> str:
    """A number that may be a BSN shows only its end, as it does everywhere."""
    return _LANG_NUMMER.sub(lambda gevonden: f"••• {gevonden[0][-3:]}", waarde)

"""The lengths of terms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from wet.normen.norm import Eenheid, rij
from wet.uitkomst import Zekerheid

BRP = "brp"
KENNISGEVING = "kennisgeving"

_AWB = date(1994, 1, 1)
_BOETES_IN_DE_AWB = date(2009, 7, 1)
_TERMIJNENWET = date(1965, 4, 1)
_HUISVESTINGSWET = date(2015, 1, 1)
_ANDER_BEGIN = date(2023, 1, 1)
_DAG_VOOR_ANDER_BEGIN = date(2022, 12, 31)
_LANGER_WACHTEN = date(2026, 8, 1)
_DAG_VOOR_LANGER_WACHTEN = date(2026, 7, 31)
_NIET_NAGELEZEN = "Uit algemene kennis; niet nagelezen in de wet zelf."

NORMEN = (
    # Het persoonlijk plan: tien weken.
    rij(
        "pip_begin",
        BRP,
        Eenheid.GEBEURTENIS,
        "B22 5.3.1",
        tot=_DAG_VOOR_ANDER_BEGIN,
        toelichting="De tien weken beginnen na de inschrijving in de BRP.",
    ),
    rij(
        "pip_begin",
        KENNISGEVING,
        Eenheid.GEBEURTENIS,
        "B26 5.3.1",
        vanaf=_ANDER_BEGIN,
        zekerheid=Zekerheid.AFGELEID,
        toelichting=(
            "De tien weken beginnen na de kennisgeving van DUO, of na een latere inschrijving in "
            "de gemeente die huisvest. De tekst is gelezen; de dag van ingang is afgeleid uit "
            "Stb. 2022, 489."
        ),
    ),
    rij("pip_weken", 10, Eenheid.WEKEN, "B22 5.3.1", tot=_DAG_VOOR_ANDER_BEGIN),
    rij("pip_weken", 10, Eenheid.WEKEN, "B26 5.3.1", vanaf=_ANDER_BEGIN),
    rij("pip_weken_na_verhuizing", 10, Eenheid.WEKEN, "B26 5.3.3"),
    rij("pip_dagen_na_informatie", 14, Eenheid.DAGEN, "B26 5.3.2"),
    # De oproep voor de brede intake.
    rij("nieuwe_oproep_maanden", 2, Eenheid.MAANDEN, "Wi 22.2"),
    # De drie jaar om in te burgeren, en wat daaraan vastzit.
    rij("inburgeringstermijn_jaren", 3, Eenheid.JAREN, "Wi 11"),
    rij("onderbreking_jaren", 1, Eenheid.JAREN, "B26 2.1.2", "B26 4.2"),
    rij("verlenging_vooraf_maanden", 6, Eenheid.MAANDEN, "B26 4.5.1"),
    rij("duo_verlenging_weken", 8, Eenheid.WEKEN, "B26 4.5.1"),
    rij("duo_vrijstelling_weken", 8, Eenheid.WEKEN, "B26 2.7.5", "B26 2.8.3"),
    rij(
        "schakelen_maanden",
        18,
        Eenheid.MAANDEN,
        "B26 5.4.1",
        toelichting="Anderhalf jaar, vanaf de eerste dag van de inburgeringstermijn.",
    ),
    rij("lening_vervalt_jaren", 6, Eenheid.JAREN, "Wi 20.2"),
    rij("duo_herhaling_jaren", 2, Eenheid.JAREN, "Wi 24.4", "Wi 25.2"),
    # Het aanbod van een cursus.
    rij("aanbod_maanden", 3, Eenheid.MAANDEN, "R26 4.1g"),
    rij(
        "tst_start_maanden",
        6,
        Eenheid.MAANDEN,
        "R26 4.1g",
        toelichting="Alleen voor de onderwijsroute: de start van het taalschakeltraject.",
    ),
    # Uitslag van een examen.
    rij("examenuitslag_weken", 8, Eenheid.WEKEN, "INB", zekerheid=Zekerheid.PRAKTIJK),
    rij(
        "examenuitslag_a2_weken",
        8,
        Eenheid.WEKEN,
        "INB",
        tot=_DAG_VOOR_LANGER_WACHTEN,
        zekerheid=Zekerheid.PRAKTIJK,
    ),
    rij(
        "examenuitslag_a2_weken",
        16,
        Eenheid.WEKEN,
        "INB",
        vanaf=_LANGER_WACHTEN,
        zekerheid=Zekerheid.PRAKTIJK,
        toelichting=(
            "Tijdelijk, voor spreken en schrijven op A2. Gelezen in augustus 2026; sinds wanneer "
            "precies is niet bekend."
        ),
    ),
    # Bezwaar.
    rij("bezwaar_weken", 6, Eenheid.WEKEN, "Awb 6:7", "Awb 6:8", vanaf=_AWB),
    rij("bezwaar_post_weken", 1, Eenheid.WEKEN, "Awb 6:9", vanaf=_AWB),
    rij("beslissen_weken", 6, Eenheid.WEKEN, "Awb 7:10.1", vanaf=_AWB),
    rij("beslissen_commissie_weken", 12, Eenheid.WEKEN, "Awb 7:10.1", vanaf=_AWB),
    rij("verdagen_weken", 6, Eenheid.WEKEN, "Awb 7:10.3", vanaf=_AWB),
    rij("stukken_dagen", 10, Eenheid.DAGEN, "Awb 7:4.1", vanaf=_AWB),
    rij("inzage_weken", 1, Eenheid.WEKEN, "Awb 7:4.2", vanaf=_AWB),
    # Een boete van de gemeente.
    rij(
        "boetebesluit_weken",
        13,
        Eenheid.WEKEN,
        "Awb 5:51",
        "ECLI:NL:RVS:2023:3702",
        vanaf=_BOETES_IN_DE_AWB,
        toelichting="Termijn van orde: wie te laat is, mag nog besluiten.",
    ),
    rij(
        "boete_vervalt_jaren",
        5,
        Eenheid.JAREN,
        "Awb 5:45",
        vanaf=_BOETES_IN_DE_AWB,
        zekerheid=Zekerheid.AFGELEID,
        toelichting=_NIET_NAGELEZEN,
    ),
    rij(
        "boete_vervalt_licht_jaren",
        3,
        Eenheid.JAREN,
        "Awb 5:45",
        vanaf=_BOETES_IN_DE_AWB,
        zekerheid=Zekerheid.AFGELEID,
        toelichting=_NIET_NAGELEZEN,
    ),
    rij(
        "boete_licht_hoogste",
        Decimal("340.00"),
        Eenheid.EURO,
        "Awb 5:53",
        vanaf=_BOETES_IN_DE_AWB,
        zekerheid=Zekerheid.AFGELEID,
        toelichting=f"Daarboven zijn een rapport en een zienswijze verplicht. {_NIET_NAGELEZEN}",
    ),
    rij(
        "boete_betalen_weken",
        6,
        Eenheid.WEKEN,
        "Awb 4:87",
        vanaf=_BOETES_IN_DE_AWB,
        zekerheid=Zekerheid.AFGELEID,
        toelichting=_NIET_NAGELEZEN,
    ),
    # Ontzorgen.
    rij("ontzorgen_maanden", 6, Eenheid.MAANDEN, "Pw 56a"),
    # Huisvesting, cijfers en bewaren.
    rij(
        "huisvesting_weken",
        14,
        Eenheid.WEKEN,
        "T25",
        vanaf=_HUISVESTINGSWET,
        zekerheid=Zekerheid.PRAKTIJK,
        toelichting=(
            "Geen wet maar een afspraak tussen het COA en gemeenten. De dag van ingang is niet "
            "bekend; hier staat de ingang van de Huisvestingswet 2014."
        ),
    ),
    rij("taakstelling_bekend_weken", 13, Eenheid.WEKEN, "Hvw 29.1", vanaf=_HUISVESTINGSWET),
    rij(
        "cbs_weken",
        4,
        Eenheid.WEKEN,
        "R26 9.1",
        "T30",
        zekerheid=Zekerheid.PRAKTIJK,
        toelichting="Hoe vaak en hoe snel bepaalt de directeur-generaal van het CBS.",
    ),
    rij("bewaren_jaren", 5, Eenheid.JAREN, "B26 9.9"),
    rij(
        "bewaren_lang_jaren",
        50,
        Eenheid.JAREN,
        "B26 9.9",
        toelichting=(
            "Hoogstens, en alleen voor BSN, naam, adres, woonplaats, geboortedatum, vrijstelling, "
            "ontheffing, dag en wijze van voldoen, en een oninbare schuld."
        ),
    ),
    # Algemene termijnenwet: hoe lang een termijn hoogstens mag zijn om op te schuiven.
    rij("termijnenwet_hoogstens_dagen", 90, Eenheid.DAGEN, "ATW 4", vanaf=_TERMIJNENWET),
    rij("termijnenwet_hoogstens_weken", 12, Eenheid.WEKEN, "ATW 4", vanaf=_TERMIJNENWET),
    rij("termijnenwet_hoogstens_maanden", 3, Eenheid.MAANDEN, "ATW 4", vanaf=_TERMIJNENWET),
)
"""Rows of one name stand in order of time."""

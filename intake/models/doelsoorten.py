"""The lists of the gemeentelijk gegevensmodel for goals: its keys, with labels people can read.

The keys are kept to the letter, spelling mistakes included, so that what goes out needs no mapping.
"""

from __future__ import annotations

from django.db.models import TextChoices


class Doel(TextChoices):
    """Where somebody's inburgering is to lead."""

    BETAALD_WERKEN = "BETAALD_WERKEN", "Betaald werk"
    NAAR_VERMOGEN = "BETAAL_WERKEN_NAAR_VERMOGEN", "Betaald werk, voor wie niet alles kan"
    WERKFIT = "WERKFIT_WORDEN", "Klaar zijn om te werken"
    OPLEIDING = "OPLEIDING_MET_STUDIEFINANCIERING", "Een opleiding met studiefinanciering"
    ONDERNEMEN = "ONDERNEMEN", "Een eigen bedrijf"
    MEEDOEN = "MAATSCHAPPELIJK_FIT_WORDEN", "Meedoen in de samenleving"


class AandachtspuntSoort(TextChoices):
    """What asks for care. `EENZAAMHEID` is ours: the model knows goals for it, yet not the point
    itself (`ggm_aandachtspunt`).
    """

    TAAL = "TAAL", "Taal"
    FINANCIEN = "FINANCIEN", "Geld en schulden"
    WOONSITUATIE = "WOONSITUATIE", "Wonen"
    LICHAMELIJK = "LICHAAMELIJKE_GEZONDHEID", "Lichamelijke gezondheid"
    PSYCHISCH = "PSYCHISCHE_GEZONDHEID", "Psychische gezondheid"
    EENZAAMHEID = "EENZAAMHEID", "Eenzaamheid"
    ZORGTAKEN = "ZORGTAKEN", "Zorg voor anderen"
    DIGITAAL = "DIGITALE_VAARDIGHEDEN", "Omgaan met computer en telefoon"
    VERSLAVING = "VERSLAVING", "Verslaving"
    JUSTITIE = "JUSTITIE", "Politie en justitie"


class OntwikkelwensSoort(TextChoices):
    """What somebody wants to reach."""

    BETAALD_WERKEN = "BETAALD_WERKEN", "Betaald werken"
    MET_OPLEIDING = "BETAALD_WERKEN_MET_EEN_OPLEIDING", "Werken en leren"
    NAAR_VERMOGEN = "BETAALD_WERKEN_NAAR_VERMOGEN", "Betaald werken, voor wie niet alles kan"
    ONDERNEMEN = "ONDERNEMEN", "Een eigen bedrijf beginnen"
    OPLEIDING = "OPLEIDING_VOLGEN", "Een opleiding volgen"
    DAGBESTEDING = "PASSENDE_DAGBESTEDING_HEBBEN", "Een passende dagbesteding"
    TAAL = "TAALVAARDIGHEDEN_OPDOEN", "De taal leren"
    VRIJWILLIG = "VRIJWILLIGERSWERK", "Vrijwilligerswerk doen"
    ERVARING = "WERKERVARING_OPDOEN", "Werkervaring opdoen"
    WERKNEMER = "WERKNEMERSVAARDIGHEDEN_ONTWIKKELEN", "Leren hoe het op het werk gaat"


def ggm_aandachtspunt(soort: str) -> str:
    """The value the model has for this point; "" when it has none."""
    return "" if soort == AandachtspuntSoort.EENZAAMHEID else soort


_VERTROUWEN = ("IK_HEB_VERTROUWEN_IN_MIJZELF", "Ik heb vertrouwen in mijzelf")
_ARBEIDSVERMOGEN = (
    "IK_HEB_EEN_BEOORDELING_ARBEIDSVERMOGEN_AANGEVRAAGD_BIJ_HET_UWV",
    "Ik heb bij het UWV gevraagd hoeveel ik kan werken",
)
_GESTART_WERK = (
    "IK_BEN_GESTART_MET_WERKEN_EN_BEHOUD_MIJN_WERK_SUCCESVOL",
    "Ik werk en ik houd mijn werk",
)
_MEER_UREN = ("IK_HEB_URENUITBREIDING_GEKREGEN", "Ik mag meer uren werken")
_UIT_BIJSTAND = (
    "IK_HEB_WERK_GEVONDEN_WAARMEE_IK_UIT_DE_BIJSTAND_GA",
    "Ik heb werk waarmee ik geen bijstand meer nodig heb",
)
_KWALITEITEN = ("IK_WEET_WAT_MIJN_KWALITEITEN_ZIJN", "Ik weet wat ik goed kan")
_OPGEBOUWD = (
    "IK_HEB_OPGEBOUWD_IN_HET_AANTAL_UREN_WAT_IK_KAN_WERKEN",
    "Ik kan meer uren werken dan eerst",
)
_HOEVEEL_UREN = ("IK_WEET_HOEVEEL_UREN_IK_KAN_WERKEN", "Ik weet hoeveel uren ik kan werken")
_WELKE_OPLEIDING = (
    "IK_WEET_WELKE_OPLEIDING_PAST_BIJ_MIJN_MOGELIJKHEDEN",
    "Ik weet welke opleiding bij mij past",
)

Keuzes = tuple[tuple[str, str], ...]

SUBDOELEN_BIJ_AANDACHTSPUNT: dict[str, Keuzes] = {
    AandachtspuntSoort.TAAL: (
        ("IK_WEET_WAT_MIJN_NEDERLANDS_TAALNIVEAU_IS", "Ik weet hoe goed mijn Nederlands is"),
        (
            "IK_BEHEERS_DE_NEDERLANDSE_TAAL_VOLDOENDE_OM_EEN_VOLGENDE_STAP_TE_KUNNEN_ZETTEN",
            "Mijn Nederlands is goed genoeg voor een volgende stap",
        ),
        (
            "IK_BEHEERS_DE_NEDERLANDSE_TAAL_OP_HET_VOOR_MIJ_HOOGST_HAALBARE_NIVEAU",
            "Mijn Nederlands is zo goed als voor mij kan",
        ),
    ),
    AandachtspuntSoort.FINANCIEN: (
        (
            "IK_HEB_HULP_BIJ_HET_REGELEN_VAN_MIJN_FINANCIEN",
            "Ik heb hulp bij het regelen van mijn geld",
        ),
        (
            "IK_BEN_GESTART_MET_DE_HULP_VOOR_MIJN_SCHULDEN",
            "De hulp bij mijn schulden is begonnen",
        ),
        (
            "IK_HEB_OVERZICHT_OVER_MIJN_FINANCIELE_SITUATIE_EN_HET_LUKT_MIJ_OM_ROND_TE_KOMEN",
            "Ik heb overzicht over mijn geld en ik kom rond",
        ),
        (
            "IK_HEB_GEEN_FINANCIELE_BELEMMERINGEN_OM_AAN_HET_WERK_TE_GAAN",
            "Geldproblemen staan werken niet meer in de weg",
        ),
    ),
    AandachtspuntSoort.WOONSITUATIE: (
        (
            "IK_HEB_HULP_GEVRAAGD_OM_MIJN_WOONSITUATIE_TE_VERBETEREN",
            "Ik heb hulp gevraagd om beter te wonen",
        ),
        ("IK_HEB_ERVOOR_GEZORGD_DAT_MIJN_WOONSITUATIE_VERBETERD", "Ik woon beter dan eerst"),
    ),
    AandachtspuntSoort.LICHAMELIJK: (
        (
            "IK_HEB_HULP_GEVRAAGD_VOOR_MIJN_LICHAMELIJKE_KLACHTEN",
            "Ik heb hulp gevraagd voor mijn klachten",
        ),
        (
            "IK_BEN_ONDER_BEHANDELING_VOOR_MIJN_LICHAMELIJKE_KLACHTEN",
            "Ik word behandeld voor mijn klachten",
        ),
        (
            "IK_WEET_WAT_MIJN_MOGELIJKHEDEN_ZIJN_ONDANKS_MIJN_LICHAMELIJKE_KLACHTEN",
            "Ik weet wat ik kan, ook met mijn klachten",
        ),
        _ARBEIDSVERMOGEN,
        _VERTROUWEN,
    ),
    AandachtspuntSoort.PSYCHISCH: (
        (
            "IK_HEB_HULP_GEVRAAGD_VOOR_MIJN_PSYCHISCHE_KLACHTEN",
            "Ik heb hulp gevraagd voor mijn klachten",
        ),
        (
            "IK_BEN_ONDER_BEHANDELING_VOOR_MIJN_PSYCHISCHE_KLACHTEN",
            "Ik word behandeld voor mijn klachten",
        ),
        (
            "IK_WEET_WAT_MIJN_MOGELIJKKHEDEN_ZIJN_ONDANKS_DE_PSYCHISCHE_KLACHTEN",
            "Ik weet wat ik kan, ook met mijn klachten",
        ),
        _ARBEIDSVERMOGEN,
        _VERTROUWEN,
    ),
    AandachtspuntSoort.EENZAAMHEID: (
        (
            "IK_HEB_EEN_NETWERK_WAARMEE_IK_SOCIALE_CONTACTEN_HEB",
            "Ik heb mensen om mee om te gaan",
        ),
        _VERTROUWEN,
    ),
    AandachtspuntSoort.ZORGTAKEN: (
        ("IK_HEB_KINDEROPVANG_VOOR_MIJN_KINDEREN", "Ik heb opvang voor mijn kinderen"),
        (
            "IK_WEET_HOE_IK_MIJN_ZORGTAKEN_KAN_COMBINEREN_MET_EEN_BAAN_OPLEIDING_OF_ANDERE_"
            "ACTIVITEIT",
            "Ik weet hoe ik zorg en werk of school kan combineren",
        ),
        (
            "IK_KAN_MIJN_ZORGTAKEN_MANTELZORG_OVERDRAGEN_AAN_ANDEREN",
            "Anderen kunnen mijn zorg overnemen",
        ),
        (
            "IK_WEET_OF_IK_VANUIT_PGB_BETAALD_KAN_KRIJGEN_VOOR_MIJN_WERKZAAMHEDEN_ALS_MANTELZORGER",
            "Ik weet of ik geld kan krijgen voor de zorg die ik geef (pgb)",
        ),
        (
            "IK_KRIJG_BETAALD_VOOR_MIJN_WERKZAAMHEDEN_ALS_MANTELZORGER_VANUIT_PGB_",
            "Ik krijg geld voor de zorg die ik geef (pgb)",
        ),
    ),
    AandachtspuntSoort.DIGITAAL: (
        (
            "IK_KAN_OMGAAN_MET_COMPUTER_SMARTPHONE_EN_TABLET_EN_KAN_ZELFSTANDIG_MAILEN_EN_ZOEKEN_"
            "OP_INTERNET",
            "Ik kan zelf mailen en zoeken op internet",
        ),
        (
            "IK_HEB_VOLDOENDE_DIGITALE_VAARDIGHEDEN_OM_EEN_STAP_TE_ZETTEN_RICHTING_DE_ARBEIDSMARKT",
            "Ik kan genoeg met de computer om werk te zoeken",
        ),
    ),
    AandachtspuntSoort.VERSLAVING: (
        (
            "IK_HEB_HULP_GEVRAAGD_VOOR_MIJN_VERSLAVINGSPROBLEMATIEK",
            "Ik heb hulp gevraagd voor mijn verslaving",
        ),
        (
            "IK_BEN_ONDER_BEHANDELING_VOOR_MIJN_VERSLAVINGSPROBLEMATIEK",
            "Ik word behandeld voor mijn verslaving",
        ),
        (
            "IK_WEET_WAT_MIJN_MOGELIJKHEDEN_ZIJN_ONDANKS_DE_VERSLAVINGSPROBLEMATIEK",
            "Ik weet wat ik kan, ook met mijn verslaving",
        ),
        _VERTROUWEN,
    ),
    AandachtspuntSoort.JUSTITIE: (
        (
            "IK_WEET_WAT_MIJN_MOGELIJKHEDEN_ZIJN_MET_MIJN_JUSTITIELE_VERLEDEN",
            "Ik weet wat ik kan met mijn verleden",
        ),
        (
            "IK_HEB_MIJN_PENITENTAIR_PROGRAMMA_SUCCESVOL_AFGEROND",
            "Ik heb mijn programma van justitie afgemaakt",
        ),
    ),
}

SUBDOELEN_BIJ_WENS: dict[str, Keuzes] = {
    OntwikkelwensSoort.BETAALD_WERKEN: (
        _KWALITEITEN,
        ("IK_WEET_WELK_WERK_BIJ_MIJ_PAST", "Ik weet welk werk bij mij past"),
        (
            "IK_HEB_MIJN_SOLLICITATIEVAARDIGHEDEN_ONTWIKKELD",
            "Ik heb geleerd hoe ik solliciteer",
        ),
        _GESTART_WERK,
        _MEER_UREN,
        _UIT_BIJSTAND,
    ),
    OntwikkelwensSoort.MET_OPLEIDING: (
        _WELKE_OPLEIDING,
        (
            "IK_BEN_GESTART_MET_EEN_BBL_OPLEIDING_WERKEN_EN_LEREN_",
            "Ik ben begonnen met werken en leren (bbl)",
        ),
        (
            "IK_VOLG_EEN_OPLEIDING_NAAST_MIJN_PARTTIME_BETAALDE_BAAN",
            "Ik volg een opleiding naast mijn baan",
        ),
    ),
    OntwikkelwensSoort.NAAR_VERMOGEN: (
        ("IK_WEET_HOEVEEL_UUR_IK_KAN_WERKEN", "Ik weet hoeveel uur ik kan werken"),
        _KWALITEITEN,
        ("IK_WEET_WELK_WERK_BIJ_MIJN_PAST", "Ik weet welk werk bij mij past"),
        _GESTART_WERK,
        _MEER_UREN,
        _UIT_BIJSTAND,
    ),
    OntwikkelwensSoort.ONDERNEMEN: (
        (
            "IK_WEET_OF_IK_IN_AANMERKING_KOM_OM_TE_ONDERNEMEN_VANUIT_BIJSTAND",
            "Ik weet of ik vanuit de bijstand een bedrijf mag beginnen",
        ),
        ("IK_HEB_EEN_ONDERNEMINGSPLAN_GESCHREVEN", "Ik heb een plan voor mijn bedrijf"),
        ("IK_HEB_MIJN_BBZ_AANVRAAG_INGEDIEND", "Ik heb hulp voor ondernemers (Bbz) aangevraagd"),
        ("MIJN_BBZ_AANVRAAG_IS_TOEGEKEND", "Ik krijg hulp voor ondernemers (Bbz)"),
    ),
    OntwikkelwensSoort.OPLEIDING: (
        _WELKE_OPLEIDING,
        ("IK_BEN_GESTART_MET_EEN_OPLEIDING", "Ik ben begonnen met een opleiding"),
    ),
    OntwikkelwensSoort.DAGBESTEDING: (
        (
            "IK_BEN_GESTART_MET_EEN_PASSENDE_DAGBESTEDING",
            "Ik ben begonnen met een passende dagbesteding",
        ),
    ),
    OntwikkelwensSoort.TAAL: (
        (
            "IK_BEHEERS_DE_NEDERLANDSE_TAAL_VOLDOENDE_OM_AAN_HET_WERK_TE_GAAN_OF_TE_ONDERNEMEN",
            "Mijn Nederlands is goed genoeg om te werken",
        ),
    ),
    OntwikkelwensSoort.VRIJWILLIG: (
        ("IK_BEN_GESTART_MET_VRIJWILLIGERSWERK", "Ik doe vrijwilligerswerk"),
    ),
    OntwikkelwensSoort.ERVARING: (
        ("IK_WEET_WAT_MIJN_KWALTITEITEN_ZIJN", "Ik weet wat ik goed kan"),
        _HOEVEEL_UREN,
        (
            "IK_HEB_WERKERVARING_OPGEDAAN_IN_EEN_FUNCTIE",
            "Ik heb werkervaring opgedaan in een functie",
        ),
        _OPGEBOUWD,
    ),
    OntwikkelwensSoort.WERKNEMER: (
        (
            "IK_WEET_WAT_ER_VAN_MIJN_VERWACHT_WORDT_ALS_WERKNEMER",
            "Ik weet wat er op het werk van mij wordt verwacht",
        ),
        _KWALITEITEN,
        _HOEVEEL_UREN,
        ("IK_HEB_EEN_WERKRITME", "Ik heb een vast ritme van werken"),
        _OPGEBOUWD,
    ),
}

SUBDOELEN: dict[str, str] = {
    sleutel: tekst
    for lijst in (SUBDOELEN_BIJ_AANDACHTSPUNT, SUBDOELEN_BIJ_WENS)
    for keuzes in lijst.values()
    for sleutel, tekst in keuzes
}
"""Every subdoel by its key, whatever it is offered with."""

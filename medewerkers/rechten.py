"""Every right once, and the one table that says which role has which.

A right says *who* may do something at all. Whether it can be done *now* is a policy's business.
"""

from enum import StrEnum

from medewerkers.enums import Rol


class Recht(StrEnum):
    # Which dossiers: the reach of `zichtbaar_voor`
    DOSSIERS_TEAM = "alle dossiers van het team"
    DOSSIERS_HUISVESTING = "dossiers van mensen die gehuisvest worden"
    DOSSIERS_BIJSTAND = "dossiers voor het ontzorgen"
    DOSSIERS_PARTNER = "dossiers die aan de eigen organisatie zijn toegewezen"
    DOSSIERS_BIJ_JURIST = "dossiers die aan de jurist zijn voorgelegd"
    GESLOTEN_DOSSIERS = "gesloten dossiers inrichten"
    # Pages over all dossiers
    WERKVOORRAAD = "werkvoorraad zien"
    INBURGERAARS = "lijst van inburgeraars zien"
    CLIENTEN = "eigen cliënten zien"
    # Parts of a dossier
    OVERZICHT_ZIEN = "overzicht van een dossier zien"
    PERSOON_ZIEN = "persoon en gezin zien"
    PERSOON_CONTACT = "contactgegevens, gezin en adres zien"
    PERSOON_WIJZIGEN = "persoon en gezin wijzigen"
    BSN_TONEN = "een BSN voluit tonen"
    PLICHT_VASTLEGGEN = "inburgeringsplicht vastleggen"
    DOSSIER_BEHEREN = "dossier toewijzen, opschorten, hervatten en beëindigen"
    DOSSIER_SAMENVOEGEN = "dossiers samenvoegen"
    OVERDRACHT_ZIEN = "overdracht en huisvesting zien"
    OVERDRACHT_BEHEREN = "overdracht en huisvesting bijwerken"
    GESPREK_VASTLEGGEN = "driepartijengesprek en inschrijving vastleggen"
    MEDISCH_ZIEN = "medische notitie van het COA lezen"
    TAAKSTELLING_ZIEN = "taakstelling zien"
    TAAKSTELLING_BEHEREN = "opgave, beginstand en correcties van de taakstelling vastleggen"
    INTAKE_ZIEN = "brede intake zien"
    INTAKE_DOEN = "brede intake afnemen"
    PIP_ZIEN = "PIP zien"
    PIP_OPSTELLEN = "PIP opstellen"
    PIP_VASTSTELLEN = "PIP vaststellen en bekendmaken"
    BEZWAAR_ZIEN = "bezwaren zien"
    BEZWAAR_ONTVANGEN = "vastleggen dat een bezwaar binnenkwam"
    BEZWAAR_DOEN = "bezwaren behandelen en daarop beslissen"
    LEERROUTE_ZIEN = "leerroute en voortgang zien"
    LEERROUTE_DOEN = "lessen, uren, examens en gesprekken vastleggen"
    BEGELEIDING_ZIEN = "maatschappelijke begeleiding en PVT zien"
    BEGELEIDING_DOEN = "maatschappelijke begeleiding en PVT vastleggen"
    PARTICIPATIE = "plekken, werkgevers en vrijwilligers beheren en mensen plaatsen"
    AANBIEDERS_ZIEN = "aanbieders, keurmerken en rendement zien"
    AANBIEDERS_BEHEREN = "aanbieders, contracten en enquêtes beheren"
    UREN_INVOEREN = "presentielijsten van aanbieders invoeren"
    ONTZORGEN_ZIEN = "ontzorgen zien"
    ONTZORGEN_DOEN = "ontzorgen regelen"
    COACHING_ZIEN = "gesprekken over geld zien"
    COACHING_DOEN = "gesprekken over geld plannen en vastleggen"
    CREDITEUREN_ZIEN = "crediteuren zien"
    CREDITEUREN_BEHEREN = "crediteuren en hun rekeningen beheren"
    BETALEN_ZIEN = "betaalbatches zien"
    BETALEN_DOEN = "betaalbatches maken, klaarzetten en aanbieden"
    BETALEN_AKKOORD = "akkoord geven op een betaalbatch van een ander"
    DOCUMENTEN = "documenten zien en toevoegen"
    CONTACT = "contacten, notities en afspraken zien en toevoegen"
    TAKEN = "taken toevoegen, overnemen en afdoen"
    # Every kind of file names a right of its own beside this one; its roles need both
    INVOEREN = "gegevens uit een bestand invoeren"
    LIVEGANG = "lopende dossiers overnemen bij de livegang"
    # Beheer
    BEHEER_ACCOUNTS = "accounts en rollen beheren"
    BEHEER_GEMEENTE = "gegevens van de gemeente beheren"
    BEHEER_BRIEVEN = "brieftekst beheren"
    BEHEER_BETALEN = "betaalregels beheren"
    BEHEER_RAADPLEGINGEN = "zien wie welk dossier opende"
    BEHEER_GEZONDHEID = "gezondheid van het systeem zien"
    WET_ZIEN = "de normen van de wet zien"


_CONSULENT = frozenset(
    {
        Recht.DOSSIERS_TEAM,
        Recht.WERKVOORRAAD,
        Recht.INBURGERAARS,
        Recht.OVERZICHT_ZIEN,
        Recht.PERSOON_ZIEN,
        Recht.PERSOON_WIJZIGEN,
        Recht.BSN_TONEN,
        Recht.PLICHT_VASTLEGGEN,
        Recht.DOSSIER_BEHEREN,
        Recht.DOSSIER_SAMENVOEGEN,
        Recht.OVERDRACHT_ZIEN,
        Recht.GESPREK_VASTLEGGEN,
        Recht.MEDISCH_ZIEN,
        Recht.TAAKSTELLING_ZIEN,
        Recht.INTAKE_ZIEN,
        Recht.INTAKE_DOEN,
        Recht.PIP_ZIEN,
        Recht.PIP_OPSTELLEN,
        Recht.PIP_VASTSTELLEN,
        Recht.BEZWAAR_ZIEN,
        Recht.BEZWAAR_ONTVANGEN,
        Recht.LEERROUTE_ZIEN,
        Recht.LEERROUTE_DOEN,
        Recht.BEGELEIDING_ZIEN,
        Recht.BEGELEIDING_DOEN,
        Recht.PARTICIPATIE,
        Recht.AANBIEDERS_ZIEN,
        Recht.INVOEREN,
        Recht.UREN_INVOEREN,
        Recht.ONTZORGEN_ZIEN,
        Recht.ONTZORGEN_DOEN,
        Recht.COACHING_ZIEN,
        Recht.COACHING_DOEN,
        Recht.CREDITEUREN_ZIEN,
        Recht.DOCUMENTEN,
        Recht.CONTACT,
        Recht.TAKEN,
    }
)

RECHTEN_PER_ROL: dict[Rol, frozenset[Recht]] = {
    Rol.CONSULENT: _CONSULENT,
    Rol.TEAMLEIDER: _CONSULENT
    | {
        Recht.GESLOTEN_DOSSIERS,
        Recht.LIVEGANG,
        Recht.BEZWAAR_DOEN,
        Recht.BETALEN_ZIEN,
        Recht.BETALEN_AKKOORD,
    },
    Rol.OOV: frozenset(
        {
            Recht.DOSSIERS_HUISVESTING,
            Recht.WERKVOORRAAD,
            Recht.INBURGERAARS,
            Recht.PERSOON_ZIEN,
            Recht.OVERDRACHT_ZIEN,
            Recht.OVERDRACHT_BEHEREN,
            Recht.TAAKSTELLING_ZIEN,
            Recht.TAAKSTELLING_BEHEREN,
            Recht.TAKEN,
            Recht.INVOEREN,
        }
    ),
    Rol.ADMINISTRATIE: frozenset(
        {
            Recht.DOSSIERS_BIJSTAND,
            Recht.INBURGERAARS,
            Recht.PERSOON_ZIEN,
            Recht.ONTZORGEN_ZIEN,
            Recht.ONTZORGEN_DOEN,
            Recht.COACHING_ZIEN,
            Recht.CREDITEUREN_ZIEN,
            Recht.CREDITEUREN_BEHEREN,
            Recht.BETALEN_ZIEN,
            Recht.BETALEN_DOEN,
            Recht.BETALEN_AKKOORD,
            Recht.INVOEREN,
        }
    ),
    Rol.JURIST: frozenset(
        {
            Recht.DOSSIERS_BIJ_JURIST,
            Recht.WERKVOORRAAD,
            Recht.PERSOON_ZIEN,
            Recht.DOCUMENTEN,
            Recht.BEZWAAR_ZIEN,
            Recht.BEZWAAR_ONTVANGEN,
            Recht.BEZWAAR_DOEN,
            Recht.TAKEN,
            Recht.WET_ZIEN,
        }
    ),
    Rol.CONTRACTBEHEER: frozenset({Recht.AANBIEDERS_ZIEN, Recht.AANBIEDERS_BEHEREN}),
    Rol.MANAGEMENT: frozenset(),
    Rol.PARTNER: frozenset(
        {
            Recht.DOSSIERS_PARTNER,
            Recht.CLIENTEN,
            Recht.PERSOON_CONTACT,
            Recht.BEGELEIDING_ZIEN,
            Recht.BEGELEIDING_DOEN,
            Recht.COACHING_ZIEN,
            Recht.COACHING_DOEN,
        }
    ),
    Rol.BEHEERDER: frozenset(
        {
            Recht.BEHEER_ACCOUNTS,
            Recht.BEHEER_GEMEENTE,
            Recht.BEHEER_BRIEVEN,
            Recht.BEHEER_BETALEN,
            Recht.BEHEER_RAADPLEGINGEN,
            Recht.BEHEER_GEZONDHEID,
            Recht.WET_ZIEN,
            Recht.AANBIEDERS_ZIEN,
            Recht.AANBIEDERS_BEHEREN,
        }
    ),
}


def rechten_van(rollen: frozenset[Rol]) -> frozenset[Recht]:
    """Rights of several roles add up."""
    return frozenset().union(*(RECHTEN_PER_ROL[rol] for rol in rollen))


def rollen_met(*rechten: Recht) -> list[Rol]:
    """The roles that have at least one of these."""
    return [rol for rol, heeft in RECHTEN_PER_ROL.items() if heeft & set(rechten)]

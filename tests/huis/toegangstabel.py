"""Who may come where, in full: what every right of every role comes to. For review."""

from __future__ import annotations

from medewerkers.enums import Rol

# Made by django-allauth: signing in and one's own account. No right beyond being signed in. The
# answer to somebody who is signed in and has no second factor yet.
_PAGINA, _DOOR, _NIET_ER = {200}, {302}, {404}
ALLAUTH: dict[str, set[int]] = {
    "account_login": _DOOR,
    "account_logout": _PAGINA,
    "account_change_password": _PAGINA,
    "account_reauthenticate": _PAGINA,
    "account_reset_password": _PAGINA,
    "account_reset_password_done": _PAGINA,
    "account_reset_password_from_key": _DOOR,
    "account_reset_password_from_key_done": _PAGINA,
    "account_inactive": _PAGINA,
    "mfa_authenticate": _DOOR,
    "mfa_reauthenticate": _DOOR,
    "mfa_index": _PAGINA,
    "mfa_activate_totp": _DOOR,
    "mfa_deactivate_totp": _NIET_ER,
    "mfa_view_recovery_codes": _NIET_ER,
    "mfa_generate_recovery_codes": _DOOR,
    "mfa_download_recovery_codes": _NIET_ER,
}

# Without signing in: nothing of anybody is shown there.
OPENBARE_ADRESSEN = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_inactive",
    "mfa_authenticate",
    "health",
}

# The parts of a dossier, and the acts on them.
_PERSOON = {
    "gezinslid",
    "gezinslid-wijzigen",
    "nieuw-dossier",
    "ontheffing",
    "persoon-wijzigen",
    "plicht",
    "plicht-corrigeren",
    "verblijf",
    "verblijf-corrigeren",
    "verblijfsrecht",
    "verblijfsrecht-corrigeren",
    "verlengen",
    "vrijstelling",
}
_CONTACT = {
    "afspraak",
    "afspraak-afzeggen",
    "afspraak-agenda",
    "besluit-bundel",
    "brief-verzenden",
    "brieven",
    "contact",
    "contactmoment",
    "document",
    "documenten",
    "notitie",
}
_DOSSIER = {
    "beeindigen",
    "beheren",
    "hervatten",
    "opschorten",
    "partner-toewijzen",
    "samenvoegen",
    "schakel",
    "toewijzen",
    "voltooien",
}
_TAKEN = {"taak", "taak-afdoen", "taak-geven", "taak-oppakken"}
_INTAKE = {
    "aandachtspunt",
    "aandachtspunt-wijzigen",
    "hoofddoel",
    "hoofddoel-wijzigen",
    "intake",
    "intake-afronden",
    "intake-afronden-afwezig",
    "intake-gegevens",
    "intake-heropenen",
    "intake-onderdeel",
    "intake-starten",
    "intake-toets",
    "intake-toets-ontheffen",
    "intake-verslag",
    "ontwikkelwens",
    "ontwikkelwens-wijzigen",
    "oproep-gekomen",
    "oproep-intrekken",
    "oproep-niet-gekomen",
    "oproepen",
    "subdoel-bij-punt",
    "subdoel-bij-wens",
    "subdoel-wijzigen",
    "zitting-afzeggen",
    "zitting-houden",
    "zitting-niet-verschenen",
    "zitting-plannen",
    "zitting-tolkkosten",
    "zitting-verzetten",
}
_PIP = {
    "bekendmaken",
    "pip",
    "pip-intrekken",
    "pip-opstellen",
    "pip-terugnemen",
    "pip-vaststellen",
    "pip-voorbeeld",
    "pip-voorleggen",
    "pip-wijzigen",
}
_ONTZORGEN = {
    "bijstand",
    "bijstand-corrigeren",
    "ontzorgen",
    "ontzorgen-beeindigen",
    "ontzorgen-herzien",
    "ontzorgen-lijst",
    "ontzorgen-regelen",
}
_OVERDRACHT_ZIEN = {"overdracht", "overdracht-tonen", "overdrachten", "woningen"}
_TAAKSTELLING_ZIEN = {
    "taakstelling",
    "taakstelling-coa",
    "taakstelling-mensen",
    "taakstelling-pdf",
    "taakstelling-prognose",
    "taakstelling-xlsx",
}
_TAAKSTELLING_DOEN = {
    "taakstelling-beginstand",
    "taakstelling-coa-telling",
    "taakstelling-correctie",
    "taakstelling-opgave",
    "taakstelling-opgave-nieuw",
}
_OVERDRACHT_DOEN = {
    "nareis-aangekomen",
    "overdracht-intrekken",
    "overdracht-lid-erbij",
    "overdracht-nieuw",
    "overdracht-nieuw-op",
    "overdracht-overnemen",
    "overdracht-splitsen",
    "overdracht-verhuizen",
    "overdracht-verwerken",
    "overdracht-wijzigen",
    "vrije-woning-toewijzen",
    "woning-bij-referent",
    "woning-intrekken",
    "woning-kiezen",
    "woning-nieuw",
    "woning-toewijzen",
    "woning-vervalt",
    "woning-wijzigen",
}
_GESPREK = {
    "gesprek-houden",
    "gesprek-plannen",
    "gesprek-vervangen",
    "overdracht-inschrijven",
    "woning-bezichtigen",
}
# OOV and the consulent both: who hears it, records it. OOV writes a medical note and reads none.
_SAMEN = {
    "medisch-schrijven",
    "nareis-aankondigen",
    "nareis-komt-niet",
    "nareis-wijzigen",
    "overdracht-afronden",
    "overdracht-begeleiding",
    "overdracht-lid-af",
    "overdracht-lid-terug",
    "woning-accepteren",
    "woning-weigeren",
}

_INVOEREN = {
    "opdracht",
    "opdracht-bevestigen",
    "opdracht-kiezen",
    "opdracht-koppelen",
    "opdracht-nieuw",
    "opdracht-ongedaan",
    "opdracht-sjabloon",
    "opdracht-uitkomst",
    "opdracht-weggooien",
    "opdrachten",
}
_CONSULENT = {
    "bsn",
    "inburgeraars",
    "leerroute",
    "overzicht",
    "persoon",
    *_PERSOON,
    *_CONTACT,
    *_DOSSIER,
    *_TAKEN,
    *_INTAKE,
    *_PIP,
    *_ONTZORGEN,
    *_OVERDRACHT_ZIEN,
    *_TAAKSTELLING_ZIEN,
    *_GESPREK,
    *_SAMEN,
    "overdracht-medisch",
}

TOEGANG: dict[Rol, set[str]] = {
    Rol.CONSULENT: _CONSULENT,
    Rol.TEAMLEIDER: _CONSULENT | {"openstellen", "sluiten", *_INVOEREN},
    Rol.OOV: {
        "inburgeraars",
        "persoon",
        *_OVERDRACHT_ZIEN,
        *_OVERDRACHT_DOEN,
        *_INVOEREN,
        *_TAAKSTELLING_ZIEN,
        *_TAAKSTELLING_DOEN,
        *_TAKEN,
        *_SAMEN,
    },
    Rol.ADMINISTRATIE: {"inburgeraars", "persoon", *_ONTZORGEN},
    Rol.JURIST: {"norm", "normen"},
    Rol.CONTRACTBEHEER: set(),
    Rol.MANAGEMENT: set(),
    Rol.PARTNER: {"clienten", "persoon"},
    Rol.BEHEERDER: {
        "account",
        "account-code-wissen",
        "account-heropenen",
        "account-link",
        "account-nieuw",
        "account-sluiten",
        "account-wijzigen",
        "accounts",
        "brieftekst",
        "briefteksten",
        "gemeente",
        "gezondheid",
        "norm",
        "normen",
        "partnerorganisatie-nieuw",
        "partnerorganisatie-wijzigen",
        "partnerorganisaties",
        "raadplegingen",
    },
}

"""The terms that the municipality computes, shows or guards, with the day on which they end.

Every last day is inclusive. An input that is not known yet (None) is an answer:
`NogNietTeBepalen`.

| module | terms |
|---|---|
| `pip` | the ten weeks for the plan |
| `inburgering` | the three years, what moves them, when one can switch or ask for more time |
| `besluiten` | summons, objection, fines |
| `anderen` | DUO, COA, the CBS, the offer of a course |
| `aanbod` | the offer of a course as terms to guard |
"""

from wet.termijnen.aanbod import termijn_aanbod, termijn_start_taalschakel
from wet.termijnen.anderen import (
    Aanbodtermijn,
    Begin,
    Verzoek,
    aanbodtermijn,
    begin_maatschappelijke_begeleiding,
    beslistermijn_duo,
    cbs_levering,
    examenuitslag,
    herhaalde_boete_duo,
    huisvestingsnorm,
    lening_vervalt,
)
from wet.termijnen.besluiten import (
    Hoorstukken,
    beslistermijn_bezwaar,
    betaaltermijn_boete,
    bezwaar_op_tijd,
    bezwaartermijn,
    boete_vervalt,
    boetebesluit_termijn,
    brieftermijn,
    hoorstukken,
    nieuwe_oproeptermijn,
    opschorting_verzuim,
)
from wet.termijnen.inburgering import (
    Inburgeringstermijn,
    Module,
    Moduletermijn,
    Oorzaak,
    Terugtelling,
    Vanaf,
    inburgeringstermijn,
    module_termijn,
    schakelvenster,
    verlenging_aanvragen,
    verschuift_termijn,
)
from wet.termijnen.looptijd import Looptijd, Telling, Uiterlijk
from wet.termijnen.pip import pip_termijn, pip_termijn_na_informatie, pip_termijn_na_verhuizing

__all__ = [
    "Aanbodtermijn",
    "Begin",
    "Hoorstukken",
    "Inburgeringstermijn",
    "Looptijd",
    "Module",
    "Moduletermijn",
    "Oorzaak",
    "Telling",
    "Terugtelling",
    "Uiterlijk",
    "Vanaf",
    "Verzoek",
    "aanbodtermijn",
    "begin_maatschappelijke_begeleiding",
    "beslistermijn_bezwaar",
    "beslistermijn_duo",
    "betaaltermijn_boete",
    "bezwaar_op_tijd",
    "bezwaartermijn",
    "boete_vervalt",
    "boetebesluit_termijn",
    "brieftermijn",
    "cbs_levering",
    "examenuitslag",
    "herhaalde_boete_duo",
    "hoorstukken",
    "huisvestingsnorm",
    "inburgeringstermijn",
    "lening_vervalt",
    "module_termijn",
    "nieuwe_oproeptermijn",
    "opschorting_verzuim",
    "pip_termijn",
    "pip_termijn_na_informatie",
    "pip_termijn_na_verhuizing",
    "schakelvenster",
    "termijn_aanbod",
    "termijn_start_taalschakel",
    "verlenging_aanvragen",
    "verschuift_termijn",
]

"""The rules of DUO's contract, checked before anything is sent.

A refused report costs a consulent a day. A rule of the contract is not a rule of law: it warns and
says what to do. Who goes on anyway gives a reason.

| module | which report |
|---|---|
| `pip` | the plan, and taking it back |
| `aanbod` | the course that was offered |
| `modules` | MAP, PVT and the end of the Z-route |
| `uren` | hours followed |
| `vertalen` | dates and numbers as DUO writes them, and who may ask |
"""

from wet.duo.aanbod import MeldingAanbod, controleer_aanbod, melding_aanbod
from wet.duo.bevinding import Bevinding
from wet.duo.modules import (
    BijDuo,
    MeldingModule,
    MeldingZroute,
    Vlag,
    controleer_module,
    controleer_zroute,
    melding_module,
    melding_zroute,
    verwijtbaar_vragen,
    wat_wordt_gewist,
)
from wet.duo.pip import MeldingPip, controleer_pip, melding_pip, pip_intrekken_bij_duo
from wet.duo.uren import MeldingUren, Urenafronding, controleer_uren, in_hele_uren, melding_uren
from wet.duo.vertalen import DuoVeld, laatste_dag, mag_duo_vragen, v_nummer, zoals_duo

__all__ = [
    "Bevinding",
    "BijDuo",
    "DuoVeld",
    "MeldingAanbod",
    "MeldingModule",
    "MeldingPip",
    "MeldingUren",
    "MeldingZroute",
    "Urenafronding",
    "Vlag",
    "controleer_aanbod",
    "controleer_module",
    "controleer_pip",
    "controleer_uren",
    "controleer_zroute",
    "in_hele_uren",
    "laatste_dag",
    "mag_duo_vragen",
    "melding_aanbod",
    "melding_module",
    "melding_pip",
    "melding_uren",
    "melding_zroute",
    "pip_intrekken_bij_duo",
    "v_nummer",
    "verwijtbaar_vragen",
    "wat_wordt_gewist",
    "zoals_duo",
]

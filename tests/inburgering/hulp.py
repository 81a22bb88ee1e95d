"""Small makers that only the tests of this room need."""

from __future__ import annotations

from datetime import date
from typing import Any

from inburgering.services.plichten import PlichtGegevens
from tests.factories import VANDAAG
from wet.doelgroepen import GedetailleerdeDoelgroep


def plichtgegevens(*, kennisgeving_op: date | None = VANDAAG, **velden: Any) -> PlichtGegevens:
    gewoon = {
        "start_op": kennisgeving_op or VANDAAG,
        "kennisgeving_op": kennisgeving_op,
        "gedetailleerde_doelgroep": GedetailleerdeDoelgroep.GEZINSHERENIGER,
    }
    return PlichtGegevens(**(gewoon | velden))

"""The columns of the running caseload: one row per person, in words people know."""

from __future__ import annotations

from opdrachten.soorten import Kolom
from werkplek.livegang.kolommen_persoon import WAAR, WIE
from werkplek.livegang.kolommen_zaak import GELD, PLAN, PLICHT

KOLOMMEN: tuple[Kolom, ...] = (*WIE, *WAAR, *PLICHT, *PLAN, *GELD)

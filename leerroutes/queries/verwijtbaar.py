"""Whether DUO wants to hear that a MAP or PVT was late by the person's own doing."""

from __future__ import annotations

from datetime import date

from inburgering.models import Termijn
from inburgering.queries.termijnen import inburgeringstermijn
from wet.duo import Vlag, verwijtbaar_vragen


def vlag_bij(termijn: Termijn | None, datum: date) -> Vlag:
    """Which answers DUO takes for that day; none while no term is known that could be over."""
    if termijn is None:
        return Vlag.NIET_VRAGEN
    return verwijtbaar_vragen(datum, termijn.eind_op).bekend or Vlag.NIET_VRAGEN


def vlag_voor(dossier_id: int, datum: date) -> Vlag:
    """`vlag_bij` the term of this dossier. `datum` is the day of the closing talk or signature."""
    return vlag_bij(inburgeringstermijn(dossier_id), datum)


def wordt_gevraagd(dossier_id: int, op: date) -> bool:
    """Whether a form of that day has the question: before the end nothing can be too late yet."""
    return vlag_voor(dossier_id, op) is not Vlag.NIET_VRAGEN

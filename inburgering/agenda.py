"""An appointment as a file for somebody's own calendar.

Calendars are shared and synchronised, so the title says what and which dossier, never who.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from inburgering.enums import AfspraakStatus
from inburgering.models import Afspraak

SOORT = "text/calendar; charset=utf-8"


def als_agenda(afspraak: Afspraak, *, dossiernummer: str, url: str, nu: datetime) -> bytes:
    """One event; the same appointment keeps its identity, so a new file replaces the old event."""
    punt = Event()
    punt.add("uid", f"afspraak-{afspraak.pk}@inburgering")
    punt.add("sequence", afspraak.versie)
    punt.add("dtstamp", nu)
    punt.add("dtstart", afspraak.begint_at)
    punt.add("dtend", afspraak.begint_at + timedelta(minutes=afspraak.minuten))
    punt.add("summary", f"{afspraak.get_soort_display()}, dossier {dossiernummer}")
    punt.add("location", afspraak.plaats)
    punt.add("url", url)
    punt.add("status", _status(afspraak))
    punt.add("class", "PRIVATE")
    agenda = Calendar()
    agenda.add("prodid", "-//Inburgering//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add_component(punt)
    return bytes(agenda.to_ical())


def _status(afspraak: Afspraak) -> str:
    return "CANCELLED" if afspraak.status == AfspraakStatus.AFGEZEGD else "CONFIRMED"

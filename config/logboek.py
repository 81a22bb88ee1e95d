"""Logs: one JSON object per line, with a request id and never a personal datum.

What somebody typed may be anywhere: in an address, in the message of an exception (a database error
quotes the row that failed), in what a library fills into its words. So a line is not cleaned of
what is wrong but built of what is right: the fields named here, the words as they stand in the
source without what was filled in, and of an error its kind and its place.
"""

from __future__ import annotations

import logging.config
import re
import sys
from typing import Any

import structlog
from django.urls import Resolver404, resolve
from structlog.typing import Processor

Regel = dict[str, Any]

VELDEN = (
    "timestamp",
    "level",
    "logger",
    "event",
    "request_id",
    "correlation_id",
    "user_id",
    "request",
    "code",
    "task",
    "task_id",
    "parent_task_id",
    "fout",
    "waar",
    "rij",
)
_VEILIG_DEEL = re.compile(r"\d{1,8}|\d{4}-\d{4,6}")  # an id or a dossier number; a BSN is longer
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
_ONBEKEND = "(onbekend adres)"


def zonder_persoonsgegevens(_logger: Any, _methode: str, regel: Any) -> Any:
    """Only the fields above; runs last, when everything a library adds is there."""
    record = regel.get("_record")
    if record is not None and not regel.get("_from_structlog"):
        regel |= _van_bibliotheek(record)
    if isinstance(regel.get("request"), str):
        regel["request"] = _verzoek(regel["request"])
    regel |= _fout(regel)
    return {veld: regel[veld] for veld in VELDEN if isinstance(regel.get(veld), _SOORTEN)}


_SOORTEN = (str, int, float, list)


def _van_bibliotheek(record: logging.LogRecord) -> Regel:
    """The words of the source, not what was filled in; Django's security log has no such words."""
    gegevens = getattr(record, "data", None)
    taak = gegevens if isinstance(gegevens, dict) else {}
    kaal = record.name.startswith("django.security")
    rij = getattr(record, "rij", None)  # `extra={"rij": pk}`: which row of ours it is about
    return {
        "logger": record.name,
        "event": "geweigerd" if kaal else str(record.msg),
        "task": taak.get("name"),
        "task_id": taak.get("id"),
        "rij": rij if isinstance(rij, int) else None,
    }


def _verzoek(tekst: str) -> str:
    """`GET /inburgeraars/2026-0042/?q=…` as method and address, without what is not ours."""
    methode, _, adres = tekst.partition(" ")
    pad = adres.partition("?")[0]
    try:
        gevonden = resolve(pad)
    except Resolver404:
        return f"{methode} {_ONBEKEND}"

    def ingevuld(parameter: re.Match[str]) -> str:
        waarde = str(gevonden.kwargs.get(parameter[1], ""))
        return waarde if _VEILIG_DEEL.fullmatch(waarde) else "…"

    return f"{methode} /{_PARAMETER.sub(ingevuld, gevonden.route)}"


def _fout(regel: Regel) -> Regel:
    """Of an exception its kind and the way to it; never what it says."""
    fout = regel.get("exc_info")
    if fout is True:
        fout = sys.exc_info()
    if isinstance(fout, BaseException):
        fout = (type(fout), fout, fout.__traceback__)
    if not isinstance(fout, tuple) or fout[0] is None:
        return {}
    return {"fout": fout[0].__name__, "waar": _plaatsen(fout[2])}


def _plaatsen(spoor: Any) -> list[str]:
    plaatsen = []
    while spoor is not None:
        code = spoor.tb_frame.f_code
        plaatsen.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{spoor.tb_lineno} {code.co_name}")
        spoor = spoor.tb_next
    return plaatsen[-8:]


_VOORAF: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def instellen(_instellingen: dict[str, object]) -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_VOORAF,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "json": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": _VOORAF,
                    "processors": [zonder_persoonsgegevens, structlog.processors.JSONRenderer()],
                }
            },
            "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["uit"], "level": "WARNING"},
            "loggers": {
                "django_structlog": {"level": "INFO"},
                "inburgering": {"level": "INFO"},
                # its warning for every 404/403 repeats the path; the request log has it already
                "django.request": {"level": "ERROR"},
            },
        }
    )

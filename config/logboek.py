"""Logs: one JSON object per line, with a request id and never a personal datum.

Paths hold dossier numbers at most; query strings may hold a name that was searched for, so they
are left out, and so are exceptions' messages (a database error quotes the row that failed).
"""

from __future__ import annotations

import logging.config
import re
from typing import Any

import structlog

Regel = dict[str, Any]
_VRAAGDEEL = re.compile(r"\?.*$")


def zonder_persoonsgegevens(_logger: Any, _methode: str, regel: Any) -> Any:
    if isinstance(regel.get("request"), str):
        regel["request"] = _VRAAGDEEL.sub("", regel["request"])
    for sleutel in ("exc_info", "exception"):
        if isinstance(regel.get(sleutel), tuple):
            soort, _fout, spoor = regel.pop(sleutel)
            regel["fout"] = soort.__name__
            regel["waar"] = _plaatsen(spoor)
    for sleutel in ("user_agent", "ip"):
        regel.pop(sleutel, None)
    return regel


def _plaatsen(spoor: Any) -> list[str]:
    plaatsen = []
    while spoor is not None:
        code = spoor.tb_frame.f_code
        plaatsen.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{spoor.tb_lineno} {code.co_name}")
        spoor = spoor.tb_next
    return plaatsen[-8:]


_VOORAF = [
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
                    "foreign_pre_chain": [*_VOORAF, structlog.stdlib.ExtraAdder()],
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        zonder_persoonsgegevens,
                        structlog.processors.JSONRenderer(),
                    ],
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

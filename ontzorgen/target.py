"""The days on which banks in Europe settle (TARGET): no weekend, no holiday of the ECB."""

from __future__ import annotations

from datetime import date, timedelta

from wet.datums import EEN_DAG, maanden_na
from wet.kalender import pasen

_ZATERDAG = 5
_VAST = ((1, 1), (5, 1), (12, 25), (12, 26))
"""New Year's Day, Labour Day, and both days of Christmas, as (month, day)."""


def is_target_dag(dag: date) -> bool:
    """Whether banks settle on this day. Source: the ECB's calendar of TARGET closing days."""
    if dag.weekday() >= _ZATERDAG or (dag.month, dag.day) in _VAST:
        return False
    zondag = pasen(dag.year)
    return dag not in (zondag - timedelta(days=2), zondag + EEN_DAG)


def target_dag_tot(dag: date) -> date:
    """This day, or the last one before it on which banks settle."""
    while not is_target_dag(dag):
        dag -= EEN_DAG
    return dag


def target_dag_vanaf(dag: date) -> date:
    """This day, or the first one after it on which banks settle."""
    while not is_target_dag(dag):
        dag += EEN_DAG
    return dag


def betaaldag(maand: date, *, dagen_ervoor: int, vandaag: date) -> date:
    """On which day the bank should pay the costs of `maand`: some days before it begins, or as
    soon as can be when that has passed.
    """
    gewenst = maanden_na(maand, 0) - EEN_DAG - timedelta(days=dagen_ervoor)
    if gewenst > vandaag:
        return max(target_dag_tot(gewenst), target_dag_vanaf(vandaag + EEN_DAG))
    return target_dag_vanaf(vandaag + EEN_DAG)

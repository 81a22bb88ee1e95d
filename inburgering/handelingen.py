"""What every act owes, in one place: lock, trace, timeline, tasks; all or nothing.

    with handeling(door=door, nu=nu, dossiers=[pip.inburgeraar_id], reden=reden) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_intrekken(pip)
        pip.intrekken(...)
        pip.save()
        act.meld(pip.inburgeraar_id, GebeurtenisSoort.BESLUIT, "PIP ingetrokken")

The dossiers are locked first and in one order, so two acts on one dossier follow each other and
two acts on the same dossiers never wait for each other in a circle. An act inside an act joins it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast

from django.db import models, transaction

from inburgering.datums import lokale_datum
from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Gebeurtenis, Inburgeraar
from inburgering.services.taken import taken_na_handeling
from inburgering.statemachine import TransitionNotAllowed
from medewerkers.models import Medewerker, Rij
from medewerkers.sporen import huidig_spoor, spoor
from wet.normen import GeenNorm

_R = TypeVar("_R", bound=Rij)


@dataclass
class Handeling:
    door: Medewerker
    nu: datetime
    reden: str = ""
    dossiers: set[int] = field(default_factory=set)

    @property
    def op(self) -> date:
        """The day of the act, in the Netherlands."""
        return lokale_datum(self.nu)

    def neem_mee(self, dossiers: Iterable[int]) -> None:
        """Lock dossiers for this act; their tasks are brought up to date at its end."""
        nieuw = set(dossiers) - self.dossiers
        if nieuw:
            rijen = Inburgeraar.objects.select_for_update().filter(pk__in=nieuw).order_by("pk")
            self.dossiers |= set(rijen.values_list("pk", flat=True))

    def vergrendel(self, model: type[_R], pk: int, *, versie: int | None = None) -> _R:
        """The row as it is now, kept for this act. Raises Gewijzigd when it is past `versie`."""
        rijen = cast("models.Manager[_R]", model._default_manager)
        rij = rijen.select_for_update(of=("self",)).get(pk=pk)
        if versie is not None and rij.versie != versie:
            raise Gewijzigd(rij, geopende_versie=versie)
        return rij

    def meld(
        self,
        dossier_id: int,
        soort: GebeurtenisSoort,
        tekst: str,
        *,
        reden: str = "",
        op: date | None = None,
    ) -> None:
        """A line on the timeline of this dossier; `op` when the fact is of another day."""
        self._regel(dossier_id, soort, tekst, reden=reden, op=op).save()

    def meld_bij_allen(self, dossiers: Iterable[int], soort: GebeurtenisSoort, tekst: str) -> None:
        """The same line on many timelines, in one statement."""
        regels = [self._regel(dossier_id, soort, tekst) for dossier_id in sorted(dossiers)]
        Gebeurtenis._base_manager.bulk_create(regels)

    def _regel(
        self,
        dossier_id: int,
        soort: GebeurtenisSoort,
        tekst: str,
        *,
        reden: str = "",
        op: date | None = None,
    ) -> Gebeurtenis:
        return Gebeurtenis(
            inburgeraar_id=dossier_id,
            soort=soort,
            op=op or self.op,
            at=self.nu,
            door=huidig_spoor().door,
            tekst=tekst[:300],
            reden=(reden or huidig_spoor().reden)[:300],
        )


_lopend: ContextVar[Handeling | None] = ContextVar("handeling", default=None)


@contextmanager
def handeling(
    *, door: Medewerker, nu: datetime, dossiers: Iterable[int] = (), reden: str = ""
) -> Iterator[Handeling]:
    """One act, in one transaction. See the module's own words for what it does."""
    buitenste = _lopend.get()
    if buitenste is not None:
        buitenste.neem_mee(dossiers)
        with spoor(door=door, nu=nu, reden=reden or huidig_spoor().reden):
            yield buitenste
        return
    act = Handeling(door=door, nu=nu, reden=reden)
    teken = _lopend.set(act)
    try:
        with transaction.atomic(), spoor(door=door, nu=nu, reden=reden):
            act.neem_mee(dossiers)
            yield act
            taken_na_handeling(act.dossiers, nu=nu)
    except GeenNorm as fout:
        raise Geweigerd(f"Voor deze datum is er geen wettelijke regel. {fout}") from fout
    except TransitionNotAllowed as fout:
        rij = fout.object
        raise Geweigerd(
            f"Dit kan niet (meer): {rij._meta.verbose_name} is nu "
            f"‘{str(rij.get_status_display()).lower()}’."
        ) from fout
    finally:
        _lopend.reset(teken)

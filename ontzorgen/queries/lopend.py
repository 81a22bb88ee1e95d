"""Which fixed costs are paid now, or will be."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from ontzorgen.enums import VoortzettingStatus
from ontzorgen.models import VasteLast, Voortzetting
from ontzorgen.queries.perioden import LOPEND


def lopende_lasten(op: date) -> QuerySet[VasteLast]:
    """By a contract that is not over on `op`, of a household that we pay for; also what has yet
    to begin. Without what the household pays itself by then.
    """
    verder = Voortzetting.objects.filter(
        uitkering=OuterRef("uitkering"), status=VoortzettingStatus.LOPEND, eind_op__gte=op
    )
    return VasteLast.objects.filter(
        Q(eind_op=None) | Q(eind_op__gte=op),
        Q(zelf_vanaf=None) | Q(zelf_vanaf__gt=op),
        Q(uitkering__eind_op=None) | Q(uitkering__eind_op__gte=op),
        Q(uitkering__ontzorgperiode__status__in=LOPEND, uitkering__ontzorgperiode__eind_op__gte=op)
        | Exists(verder),
        betalen_vanaf__isnull=False,
    )

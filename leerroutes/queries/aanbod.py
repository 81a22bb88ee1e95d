"""What somebody was offered and follows, and what is asked before a new offer."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, Min

from inburgering.models import Inburgeraar
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.enums import DeelnameStatus, Lessoort
from leerroutes.models import Deelname, Inburgeringsaanbod, Traject, TrajectStatus, Urenregel
from leerroutes.models.aanbod import LOPEND_AANBOD
from leerroutes.policies.aanbod import Aanbodcontext, AanbodGegevens
from leerroutes.queries.keurmerken import keurmerken_van
from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding, MeldingAanbod, controleer_aanbod
from wet.leerroutes import Leerroute


def lopend_traject(dossier_id: int) -> Traject | None:
    return Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()


def aangeboden_onder(aanbod: Inburgeringsaanbod) -> date:
    """The day of the plan under which this was offered; it may have gone along to a later one."""
    if aanbod.gedaan_op >= aanbod.traject.start_op:
        return aanbod.traject.start_op
    trajecten = Traject.objects.filter(inburgeraar=aanbod.inburgeraar_id)
    eerste: date = trajecten.order_by("start_op").values_list("start_op", flat=True)[0]
    return eerste


def aanbodcontext(dossier: Inburgeraar, gegevens: AanbodGegevens) -> Aanbodcontext:
    """What the policy needs to know of an offer like this one."""
    traject = lopend_traject(dossier.pk)
    wie, op = gegevens.aanbieder.pk, gegevens.gedaan_op
    keurmerken = keurmerken_van([wie])
    return Aanbodcontext(
        dossier=dossier,
        traject=traject,
        keurmerk=keurmerken.geldt(wie, voor=gegevens.lessoort, op=op),
        dubbel=loopt_al(dossier.pk, wie, gegevens.lessoort),
        duo=_bevindingen(
            dossier,
            traject,
            gegevens,
            keurmerk=keurmerken.geldt(wie, voor=Lessoort.TAAL, op=op),
            erkend=keurmerken.geldt(wie, voor=Lessoort.TAALSCHAKEL, op=op),
        ),
    )


def _bevindingen(
    dossier: Inburgeraar,
    traject: Traject | None,
    gegevens: AanbodGegevens,
    *,
    keurmerk: bool,
    erkend: bool,
) -> tuple[Bevinding, ...]:
    """What DUO would refuse in a report of this offer."""
    if traject is None:
        return ()
    termijn = inburgeringstermijn(dossier.pk)
    return controleer_aanbod(
        MeldingAanbod(
            datum=gegevens.gedaan_op,
            doelgroep=Doelgroep(dossier.doelgroep),
            leerroute=Leerroute(traject.leerroute),
            dagtekening_pip=traject.start_op,
            verwachte_start=gegevens.verwachte_start_op,
            verwachte_eind=gegevens.verwacht_eind_op,
            start_termijn=termijn.start_op if termijn else None,
            eind_op=termijn.eind_op if termijn else None,
            keurmerk=keurmerk,
            tst_erkend=erkend,
        )
    )


def loopt_al(dossier_id: int, aanbieder_id: int, lessoort: str) -> bool:
    """Whether an offer of these lessons at this school runs."""
    return Inburgeringsaanbod.objects.filter(
        inburgeraar=dossier_id,
        aanbieder=aanbieder_id,
        lessoort=lessoort,
        status__in=LOPEND_AANBOD,
    ).exists()


def volgt_al(dossier_id: int, aanbieder_id: int, lessoort: str) -> bool:
    """Whether these lessons at this school run."""
    return Deelname.objects.filter(
        inburgeraar=dossier_id,
        aanbieder=aanbieder_id,
        lessoort=lessoort,
        status=DeelnameStatus.GESTART,
    ).exists()


def eerste_en_laatste_uren(deelname_id: int) -> tuple[date | None, date | None]:
    """Between which days hours are recorded on these lessons."""
    dagen = Urenregel.objects.filter(deelname=deelname_id).aggregate(Min("op"), Max("op"))
    return dagen["op__min"], dagen["op__max"]

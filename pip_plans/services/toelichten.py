"""The plan explained in the language of the person, beside the decision."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Brief
from besluiten.services.toelichting import Feiten, toelichting_maken
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from pip_plans.brief import laatste_dag
from pip_plans.models import Pip
from pip_plans.policies.plan import check_toelichten
from wet.leerroutes import Leerroute


def toelichten(*, pip_id: int, taal: str, door: Medewerker, nu: datetime) -> Brief:
    """Make the sheet of an established plan. Raises Geweigerd while nobody checked the text."""
    dossier_id: int = Pip.objects.values_list("inburgeraar", flat=True).get(pk=pip_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        pip = act.vergrendel(Pip, pip_id)
        check_toelichten(pip)
        assert pip.besluit is not None  # it is established
        assert pip.dagtekening_initieel is not None
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        feiten = Feiten(
            kenmerk=pip.besluit.kenmerk,
            leerroute=Leerroute(pip.leerroute),
            laatste_dag=laatste_dag(dossier_id, pip.dagtekening_initieel),
        )
        return toelichting_maken(act, dossier=dossier, taal=taal, feiten=feiten)

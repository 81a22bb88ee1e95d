"""A date on which the law had no rule is refused with the name of the rule, not a broken page."""

from __future__ import annotations

from datetime import date

import pytest

from inburgering.models import Plicht
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Gemeente, Medewerker
from tests.factories import een_dossier
from wet.doelgroepen import Doelgroep


@pytest.mark.django_db
def test_kennisgeving_van_voor_de_wet(gemeente: Gemeente, consulent: Medewerker) -> None:
    with pytest.raises(Geweigerd, match="geen wettelijke regel"):
        een_dossier(
            consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=date(2021, 8, 22)
        )

    assert not Plicht.objects.exists()

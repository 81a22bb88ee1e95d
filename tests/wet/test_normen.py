"""The register of legal numbers."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from wet.normen import NORMEN, Eenheid, GeenNorm, norm
from wet.uitkomst import Zekerheid


@pytest.mark.parametrize(
    ("naam", "waarde", "eenheid"),
    [
        ("pip_weken", 10, Eenheid.WEKEN),
        ("pip_weken_na_verhuizing", 10, Eenheid.WEKEN),
        ("pip_dagen_na_informatie", 14, Eenheid.DAGEN),
        ("inburgeringstermijn_jaren", 3, Eenheid.JAREN),
        ("bezwaar_weken", 6, Eenheid.WEKEN),
        ("ontzorgen_maanden", 6, Eenheid.MAANDEN),
        ("huisvesting_weken", 14, Eenheid.WEKEN),
        ("pvt_uren", 12, Eenheid.UREN),
        ("map_praktijkuren", 40, Eenheid.UREN),
        ("z_cursusuren", 800, Eenheid.UREN),
        ("z_participatieuren", 800, Eenheid.UREN),
        ("afschalen_uren", 600, Eenheid.UREN),
        ("termijnenwet_hoogstens_dagen", 90, Eenheid.DAGEN),
        ("termijnenwet_hoogstens_weken", 12, Eenheid.WEKEN),
        ("termijnenwet_hoogstens_maanden", 3, Eenheid.MAANDEN),
    ],
)
def test_the_numbers_of_the_law(naam, waarde, eenheid):
    gevonden = norm(naam, date(2024, 7, 1))

    assert (gevonden.aantal, gevonden.eenheid) == (waarde, eenheid)


def test_the_start_of_the_ten_weeks_changed_on_1_january_2023():
    oud, nieuw = norm("pip_begin", date(2022, 12, 31)), norm("pip_begin", date(2023, 1, 1))

    assert (oud.waarde, oud.zekerheid) == ("brp", Zekerheid.GEVERIFIEERD)
    assert (nieuw.waarde, nieuw.zekerheid) == ("kennisgeving", Zekerheid.AFGELEID)


def test_a_day_without_a_norm_names_the_norm_and_the_day():
    with pytest.raises(GeenNorm) as fout:
        norm("pip_weken", date(2021, 12, 31))

    assert str(fout.value) == (
        "De norm ‘pip_weken’ heeft geen waarde op 31 december 2021; de eerste geldt vanaf "
        "1 januari 2022."
    )


def test_an_unknown_norm_is_named():
    with pytest.raises(GeenNorm, match="Er is geen norm met de naam ‘pip_maanden’"):
        norm("pip_maanden", date(2024, 1, 1))


def test_a_moment_selects_no_norm():
    with pytest.raises(TypeError, match="op is geen datum"):
        norm("pip_weken", datetime(2024, 1, 1, 12))  # noqa: DTZ001


def test_a_norm_that_is_no_number_says_so():
    with pytest.raises(TypeError, match="norm ‘pip_begin’ is geen aantal"):
        _ = norm("pip_begin", date(2024, 1, 1)).aantal


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("pip_weken", "10 weken"),
        ("inburgeringstermijn_jaren", "3 jaar"),
        ("pvt_uren", "12 uur"),
        ("ontzorgen_maanden", "6 maanden"),
    ],
)
def test_a_norm_in_a_sentence(naam, tekst):
    assert str(norm(naam, date(2024, 1, 1))) == tekst


PER_JAAR = [naam for naam in NORMEN if naam.startswith("spuk_") and "gewicht" not in naam][:4]


def test_the_tariffs_of_2024_and_after_2026_are_not_known():
    for naam in PER_JAAR:
        jaren = [rij.geldig_vanaf.year for rij in NORMEN[naam]]
        assert jaren == [2022, 2023, 2025, 2026]
        for dag in (date(2024, 7, 1), date(2027, 1, 1)):
            with pytest.raises(GeenNorm, match="de waarde voor die tijd is hier niet bekend"):
                norm(naam, dag)


@pytest.mark.parametrize("naam", [naam for naam in NORMEN if NORMEN[naam][-1].geldig_tot is None])
def test_rows_of_a_norm_follow_each_other_without_gap_or_overlap(naam):
    rijen = NORMEN[naam]

    assert [rij.geldig_tot for rij in rijen[:-1]] == [
        volgende.geldig_vanaf - timedelta(days=1) for _, volgende in pairwise(rijen)
    ]
    assert rijen[-1].geldig_tot is None
    assert [rij for rij in rijen if not rij.bron] == []


def test_amounts_and_percentages_in_a_sentence():
    assert str(norm("boete_intake", date(2025, 1, 1))) == "€ 250,00"
    assert str(norm("verwijtbaar_gewoon", date(2025, 1, 1))) == "50 %"


def test_a_norm_that_is_no_amount_says_so():
    with pytest.raises(TypeError, match="norm ‘pip_weken’ is geen bedrag, maar 10 weken"):
        _ = norm("pip_weken", date(2024, 1, 1)).bedrag

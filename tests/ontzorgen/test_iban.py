"""An account number as people type it: read, named, or refused with what is wrong."""

import pytest

from inburgering.geweigerd import Geweigerd
from ontzorgen.iban import in_groepen, lees_iban, zonder_einde

GOED = "NL91ABNA0417164300"
FOUT = "Dit is geen geldig rekeningnummer. Controleer of er geen cijfers zijn verwisseld."


@pytest.mark.parametrize(
    "tekst",
    [
        GOED,
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "IBAN: NL91 ABNA 0417 1643 00",
        "iban NL91ABNA0417164300",
        "IBANNL91ABNA0417164300",
        "Rekeningnummer: NL91.ABNA.0417.1643.00",
        "rek.nr. NL91-ABNA-0417-1643-00",
        "  NL91\tABNA\N{NO-BREAK SPACE}0417164300 ",
    ],
)
def test_however_it_was_typed(tekst):
    nummer = lees_iban(tekst)

    assert (nummer.iban, nummer.bic, nummer.bank) == (GOED, "ABNANL2A", "ABN AMRO BANK N.V.")
    assert not nummer.buitenlands


@pytest.mark.parametrize(
    "tekst",
    [
        "NL91ABNA0471164300",  # two figures swapped
        "NL19ABNA0417164300",  # in the check digits
        "NL91ABNA041716430",
        "NL91ABNA04171643000",
        "0417164300",
        "NL91ABNA0417I643OO",
        "",
        "   ",
        "IBAN:",
        "Wold & Waard",
        "XX91ABNA0417164300",
        "NL91ABNA\u0660\u0664\u0661\u0667\u0661\u0666\u0664\u0663\u0660\u0660",
        "A" * 60,
    ],
)
def test_what_is_no_number_is_refused_by_the_field(tekst):
    with pytest.raises(Geweigerd) as fout:
        lees_iban(tekst)

    assert (fout.value.reden, fout.value.veld) == (FOUT, "iban")


@pytest.mark.parametrize(
    ("tekst", "bic", "bank"),
    [
        ("DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "Commerzbank Köln"),
        ("BE68 5390 0754 7034", "", ""),
    ],
)
def test_abroad_within_sepa_is_read(tekst, bic, bank):
    nummer = lees_iban(tekst)

    assert (nummer.bic, nummer.bank, nummer.buitenlands) == (bic, bank, True)


def test_outside_sepa_is_refused():
    with pytest.raises(Geweigerd, match="Naar dit land kan niet in euro"):
        lees_iban("TR33 0006 1005 1978 6457 8413 26")


def test_as_it_is_shown():
    assert in_groepen(GOED) == "NL91 ABNA 0417 1643 00"
    assert zonder_einde(GOED) == "NL91 ABNA 0417 16•• ••"

"""What stands in a file of the bank: pain.002 and camt.053, in every version alike.

Read with defusedxml: a document type, an entity or a reference outside is refused unread. Fields
are found by their local name, so that another version of the scheme is no obstacle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Veilig

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import BankbestandSoort, Bankuitslag

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HOOGSTENS_BYTES = 50 * 1024 * 1024
_WORTELS = {
    "CstmrPmtStsRpt": BankbestandSoort.PAIN002,
    "BkToCstmrStmt": BankbestandSoort.CAMT053,
}
_GEWEIGERD = "RJCT"
_GEBOEKT = "BOOK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bankregel:
    """What the bank says of one payment (`kenmerk`) or of a whole file of ours (`bericht`)."""

    uitslag: Bankuitslag
    kenmerk: str = ""
    bericht: str = ""
    code: str = ""
    bedrag: Decimal | None = None
    op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bankbericht:
    """`iban`: whose account a statement is of; empty for an answer to a file."""

    soort: BankbestandSoort
    nummer: str
    iban: str = ""
    regels: list[Bankregel] = field(default_factory=list)


def lees_bankbericht(inhoud: bytes) -> Bankbericht:
    """Raises Geweigerd, saying what is wrong with the file and never what stands in it."""
    if len(inhoud) > HOOGSTENS_BYTES:
        raise Geweigerd("Dit bestand is groter dan 50 MB.", veld="bestand")
    try:
        wortel = Veilig.fromstring(inhoud, forbid_dtd=True)
    except DefusedXmlException:
        raise Geweigerd(
            "Dit bestand bevat onderdelen die er niet in horen en wordt niet gelezen.",
            veld="bestand",
        ) from None
    except (Veilig.ParseError, ValueError):
        raise Geweigerd("Dit is geen leesbaar XML-bestand.", veld="bestand") from None
    for kind in wortel:
        if soort := _WORTELS.get(_naam(kind)):
            return _lees(soort, kind)
    raise Geweigerd(
        "Dit is geen antwoord (pain.002) en geen rekeningafschrift (camt.053).", veld="bestand"
    )


def _lees(soort: BankbestandSoort, blok: Element) -> Bankbericht:
    try:
        if soort is BankbestandSoort.PAIN002:
            regels = list(_uit_antwoord(blok))
            return Bankbericht(soort=soort, nummer=_tekst(blok, "GrpHdr/MsgId"), regels=regels)
        rekeningen = {_tekst(stmt, "Acct/Id/IBAN") for stmt in _alle(blok, "Stmt")}
        regels = [regel for stmt in _alle(blok, "Stmt") for regel in _uit_afschrift(stmt)]
    except (InvalidOperation, ValueError):
        raise Geweigerd(
            "In dit bestand staat een bedrag of datum die niet te lezen is. Er is niets verwerkt.",
            veld="bestand",
        ) from None
    if len(rekeningen) != 1:
        raise Geweigerd("Dit bestand gaat over meer dan één rekening.", veld="bestand")
    return Bankbericht(
        soort=soort,
        nummer=_tekst(blok, "GrpHdr/MsgId"),
        iban=rekeningen.pop(),
        regels=regels,
    )


# --- pain.002 ------------------------------------------------------------------------------------
def _uit_antwoord(blok: Element) -> Iterator[Bankregel]:
    """Only refusals say something: what is accepted is known once it is booked."""
    groep = _een(blok, "OrgnlGrpInfAndSts")
    if groep is not None and _tekst(groep, "GrpSts") == _GEWEIGERD:
        yield Bankregel(
            uitslag=Bankuitslag.GEWEIGERD,
            bericht=_tekst(groep, "OrgnlMsgId"),
            code=_code(groep, "StsRsnInf"),
        )
        return
    for deel in _alle(blok, "OrgnlPmtInfAndSts"):
        if _tekst(deel, "PmtInfSts") == _GEWEIGERD:
            yield Bankregel(
                uitslag=Bankuitslag.GEWEIGERD,
                bericht=_tekst(deel, "OrgnlPmtInfId"),
                code=_code(deel, "StsRsnInf"),
            )
            continue
        for post in _alle(deel, "TxInfAndSts"):
            if _tekst(post, "TxSts") == _GEWEIGERD:
                yield Bankregel(
                    uitslag=Bankuitslag.GEWEIGERD,
                    kenmerk=_tekst(post, "OrgnlEndToEndId"),
                    code=_code(post, "StsRsnInf"),
                )


# --- camt.053 ------------------------------------------------------------------------------------
def _uit_afschrift(afschrift: Element) -> Iterator[Bankregel]:
    for boeking in _alle(afschrift, "Ntry"):
        if (_tekst(boeking, "Sts/Cd") or _tekst(boeking, "Sts")) == _GEBOEKT:
            yield from _uit_boeking(boeking)


def _uit_boeking(boeking: Element) -> Iterator[Bankregel]:
    """A debit of a whole file, of one payment, or money that came back."""
    terug = _tekst(boeking, "CdtDbtInd") == "CRDT"
    op = date.fromisoformat((_tekst(boeking, "BookgDt/Dt") or _tekst(boeking, "BookgDt/DtTm"))[:10])
    bedrag = Decimal(_tekst(boeking, "Amt"))
    uitslag = Bankuitslag.TERUG if terug else Bankuitslag.BETAALD
    details = [post for deel in _alle(boeking, "NtryDtls") for post in _alle(deel, "TxDtls")]
    bericht = _van_bestand(boeking)
    if bericht and not terug:
        yield Bankregel(uitslag=uitslag, bericht=bericht, bedrag=bedrag, op=op)
        return
    for post in details:
        eigen = _tekst(post, "AmtDtls/TxAmt/Amt") or _tekst(post, "Amt")
        yield Bankregel(
            uitslag=uitslag,
            kenmerk=_tekst(post, "Refs/EndToEndId"),
            code=_code(post, "RtrInf"),
            bedrag=Decimal(eigen) if eigen else bedrag,
            op=op,
        )
    if not details:
        yield Bankregel(uitslag=Bankuitslag.ONBEKEND, bedrag=bedrag, op=op)


def _van_bestand(boeking: Element) -> str:
    """The number of the file that was booked in one sum, or empty."""
    for deel in _alle(boeking, "NtryDtls"):
        for pad in ("Btch/PmtInfId", "Btch/MsgId"):
            if nummer := _tekst(deel, pad):
                return nummer
    return ""


# --- The tree ------------------------------------------------------------------------------------
def _naam(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _alle(element: Element, naam: str) -> Iterator[Element]:
    return (kind for kind in element if _naam(kind) == naam)


def _een(element: Element, pad: str) -> Element | None:
    plek: Element | None = element
    for naam in pad.split("/"):
        plek = next(_alle(plek, naam), None) if plek is not None else None
    return plek


def _tekst(element: Element, pad: str) -> str:
    plek = _een(element, pad)
    return (plek.text or "").strip() if plek is not None else ""


def _code(element: Element, blok: str) -> str:
    """The reason in the code of the bank, such as AC04 (account closed)."""
    return (_tekst(element, f"{blok}/Rsn/Cd") or _tekst(element, f"{blok}/Rsn/Prtry"))[:10]

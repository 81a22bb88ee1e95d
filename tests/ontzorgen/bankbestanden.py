"""Files as a bank sends them, for payments that were offered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

REKENING = "NL02ABNA0123456789"
CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
PAIN = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"


def afschrift(*boekingen: str, iban: str = REKENING, nummer: str = "AFS-1") -> bytes:
    """A camt.053 with these bookings."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{CAMT}"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>{nummer}</MsgId><CreDtTm>2026-03-05T07:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>1</Id><Acct><Id><IBAN>{iban}</IBAN></Id></Acct>{''.join(boekingen)}</Stmt>"
        "</BkToCstmrStmt></Document>"
    ).encode()


def afboeking(bericht: str, bedrag: Decimal, *, op: date) -> str:
    """The whole file in one sum."""
    return _boeking(
        bedrag, "DBIT", op, f"<NtryDtls><Btch><PmtInfId>{bericht}</PmtInfId></Btch></NtryDtls>"
    )


def betaald(kenmerk: str, bedrag: Decimal, *, op: date) -> str:
    """One payment by itself."""
    post = f"<TxDtls><Refs><EndToEndId>{kenmerk}</EndToEndId></Refs></TxDtls>"
    return _boeking(bedrag, "DBIT", op, f"<NtryDtls>{post}</NtryDtls>")


def terug(kenmerk: str, bedrag: Decimal, *, op: date, code: str = "AC04") -> str:
    """One payment that came back."""
    post = (
        f"<NtryDtls><TxDtls><Refs><EndToEndId>{kenmerk}</EndToEndId></Refs>"
        f'<AmtDtls><TxAmt><Amt Ccy="EUR">{bedrag}</Amt></TxAmt></AmtDtls>'
        f"<RtrInf><Rsn><Cd>{code}</Cd></Rsn></RtrInf></TxDtls></NtryDtls>"
    )
    return _boeking(bedrag, "CRDT", op, post)


def van_een_ander(bedrag: Decimal, *, op: date) -> str:
    """A payment that is not ours, with somebody's name in it."""
    post = (
        "<NtryDtls><TxDtls><Refs><EndToEndId>FACTUUR 8</EndToEndId></Refs>"
        "<RltdPties><Cdtr><Nm>De Vries Bestrating</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>"
    )
    return _boeking(bedrag, "DBIT", op, post)


def _boeking(bedrag: Decimal, richting: str, op: date, details: str) -> str:
    return (
        f'<Ntry><Amt Ccy="EUR">{bedrag}</Amt><CdtDbtInd>{richting}</CdtDbtInd><Sts>BOOK</Sts>'
        f"<BookgDt><Dt>{op.isoformat()}</Dt></BookgDt>{details}</Ntry>"
    )


def antwoord(*delen: str, bericht: str = "", status: str = "PART") -> bytes:
    """A pain.002 about the file with this number."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{PAIN}"><CstmrPmtStsRpt>'
        "<GrpHdr><MsgId>ANT-1</MsgId></GrpHdr><OrgnlGrpInfAndSts>"
        f"<OrgnlMsgId>{bericht}</OrgnlMsgId><GrpSts>{status}</GrpSts>"
        "<StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>"
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{bericht}</OrgnlPmtInfId>{''.join(delen)}"
        "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>"
    ).encode()


def weigering(kenmerk: str, code: str = "AC01") -> str:
    return (
        f"<TxInfAndSts><OrgnlEndToEndId>{kenmerk}</OrgnlEndToEndId><TxSts>RJCT</TxSts>"
        f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf></TxInfAndSts>"
    )

"""What must not be readable in a stolen backup: BSN, drafts, files. AES-256-GCM, a blind index.

The index is a keyed hash, so that an exact BSN can be found and kept unique without decrypting.
"""

from __future__ import annotations

import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE_BYTES = 12


def versleutel(tekst: str, *, doel: str) -> bytes:
    """`doel` binds the ciphertext to its place: moved elsewhere it no longer opens."""
    return versleutel_bytes(tekst.encode(), doel=doel)


def ontsleutel(inhoud: bytes, *, doel: str) -> str:
    return ontsleutel_bytes(inhoud, doel=doel).decode()


def versleutel_bytes(inhoud: bytes, *, doel: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(settings.BSN_SLEUTEL).encrypt(nonce, inhoud, doel.encode())


def ontsleutel_bytes(inhoud: bytes, *, doel: str) -> bytes:
    nonce, rest = bytes(inhoud[:_NONCE_BYTES]), bytes(inhoud[_NONCE_BYTES:])
    return AESGCM(settings.BSN_SLEUTEL).decrypt(nonce, rest, doel.encode())


def blinde_index(tekst: str) -> str:
    """64 hexadecimal characters; the same for the same text, and worth nothing without the key."""
    return hmac.new(settings.BSN_INDEX_SLEUTEL, tekst.encode(), "sha256").hexdigest()

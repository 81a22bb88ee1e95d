"""Asks the web server in this container how it is, the way the reverse proxy would."""

import os
import sys
import urllib.request

host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
vraag = urllib.request.Request(
    "http://127.0.0.1:8000/health", headers={"Host": host, "X-Forwarded-Proto": "https"}
)
try:
    with urllib.request.urlopen(vraag, timeout=4) as antwoord:
        sys.exit(0 if antwoord.status == 200 else 1)
except OSError:
    sys.exit(1)

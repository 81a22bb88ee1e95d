"""Asks the web server in this container how it is, the way the reverse proxy would."""

import http.client
import os
import sys

host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
lijn = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
try:
    lijn.request("GET", "/health", headers={"Host": host, "X-Forwarded-Proto": "https"})
    sys.exit(0 if lijn.getresponse().status == http.HTTPStatus.OK else 1)
except OSError:
    sys.exit(1)

# syntax=docker/dockerfile:1

# --- The look: built from the npm lock, nothing of it is committed ---------------------------
FROM node:24-bookworm-slim AS voorkant
WORKDIR /huis/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY . /huis
RUN node bouw.mjs

# --- Python packages, each checked against its hash -------------------------------------------
FROM python:3.11-slim-bookworm AS pakketten
COPY requirements/productie.txt /tmp/productie.txt
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r /tmp/productie.txt

# --- What runs --------------------------------------------------------------------------------
FROM python:3.11-slim-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# Security updates of Debian must come in with every build, so these versions are not pinned.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      fonts-noto-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 postgresql-client-15 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 1000 --user-group --no-create-home --shell /usr/sbin/nologin inburgering \
 && install -d -o inburgering -g inburgering -m 700 /gegevens

COPY --from=pakketten /opt/venv /opt/venv
WORKDIR /huis
COPY . .
COPY --from=voorkant /huis/static/gebouwd static/gebouwd

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings \
    DATA_MAP=/gegevens

# collectstatic reads the settings; these values exist in this one line only.
RUN DEMO=true SECRET_KEY=bouw SITE_URL=http://localhost DATABASE_URL=postgres://bouw/bouw \
    REDIS_URL=redis://bouw BSN_SLEUTEL="$(head -c 32 /dev/zero | base64)" \
    BSN_INDEX_SLEUTEL="$(head -c 32 /dev/zero | base64)" \
    python manage.py collectstatic --noinput -v 0

USER 1000:1000
EXPOSE 8000
VOLUME /gegevens
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "docker/gezond.py"]
ENTRYPOINT ["docker/ingang.sh"]
CMD ["gunicorn", "config.wsgi", "--config", "docker/gunicorn.conf.py"]

"""The web server. Sync workers behind a buffering proxy measured fastest for these pages."""

import multiprocessing
import os

bind = os.environ.get("BIND", "0.0.0.0:8000")
workers = int(os.environ.get("WEB_WERKERS", multiprocessing.cpu_count() * 2))
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the heartbeat file must not wait for a slow disk
timeout = 60
graceful_timeout = 20
max_requests = 5_000  # a worker is renewed now and then, so that no leak lasts
max_requests_jitter = 500
preload_app = True
errorlog = "-"
accesslog = None  # django-structlog writes each request, without personal data

"""Wiring only: settings, urls, queue and navigation. Sees every room; no room sees it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]

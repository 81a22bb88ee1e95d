"""Every view names who may call it. `.recht` on the view is what the nets read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import resolve

from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from medewerkers.verzoek import Verzoek

P = ParamSpec("P")
View = Callable[Concatenate[Verzoek, P], HttpResponseBase]
DjangoView = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

OPENBAAR = "openbaar"
INGELOGD = "ingelogd"


def vereist(*rechten: Recht) -> Callable[[View[P]], DjangoView[P]]:
    """Only for who has one of these rights, else 403. Rows are guarded by `zichtbaar_voor`."""

    def decoreer(view: View[P]) -> DjangoView[P]:
        @wraps(view)
        def bewaakt(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            medewerker = cast(Medewerker, request.user)
            if not any(medewerker.heeft(recht) for recht in rechten):
                raise PermissionDenied
            return view(cast(Verzoek, request), *args, **kwargs)

        cast(Any, bewaakt).recht = frozenset(rechten)
        return cast(DjangoView[P], bewaakt)

    return decoreer


def ingelogd(view: View[P]) -> DjangoView[P]:
    """For everybody who is signed in, whatever the role."""
    cast(Any, view).recht = INGELOGD
    return cast(DjangoView[P], view)


def openbaar(view: DjangoView[P]) -> DjangoView[P]:
    """Without signing in: only for what shows nothing of anybody."""
    cast(Any, view).recht = OPENBAAR
    return login_not_required(view)


def rechten_van_pagina(pad: str) -> frozenset[Recht]:
    """The rights of which one opens the page at this address: any, when it asks for none."""
    recht = cast(Any, resolve(pad).func).recht
    return recht if isinstance(recht, frozenset) else frozenset(Recht)

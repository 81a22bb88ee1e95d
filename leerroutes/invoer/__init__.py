"""What a school sends: who came to which lesson."""

from leerroutes.invoer.presentie import PRESENTIE

__all__ = ["PRESENTIE"]

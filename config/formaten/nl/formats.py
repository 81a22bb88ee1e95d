"""Dates as people type them here: `14-02-2022`, `14-2-22`, `14/2/2022`, and ISO."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "d-m-Y"
DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d-%m-%y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]

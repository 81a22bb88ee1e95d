"""Go-live: the caseload that already runs, from a spreadsheet, as a kind of import.

`kolommen` says what the file holds, `invoer` reads a row as one person, `controles` and
`oordelen` judge it, `invoeren` writes a household through the services of the rooms.
"""

"""The law as plain Python.

A civil servant can read this room beside the statute. Values go in, values come out: there is no
Django here, no database, no settings and no clock. Every answer is an `Uitkomst`: it says which
rule gave it, from which articles, by which steps, and how certain the reading is. Every legal
number is a `Norm`, looked up by date, so that a change of law is a new dated row and little else.

| module | what it answers |
|---|---|
| `uitkomst` | the shape of every answer |
| `normen` | which legal number holds on which day |
| `datums`, `kalender` | counting days, and the Algemene termijnenwet |
| `termijnen` | the terms, with the day on which they end |
| `doelgroepen` | which group a person belongs to and what the municipality offers that group |
| `leerroutes` | the three routes, their levels and what completion takes |
| `ontzorgen` | who gets fixed costs paid, and for how long |
| `pip` | what a plan must contain, and what the intake must have yielded first |
| `duo` | what DUO's contract refuses, before anything is sent |
| `bronnen` | the short source codes written out |

Local policy (signal steps, amounts for four eyes) is configuration and lives elsewhere.
"""

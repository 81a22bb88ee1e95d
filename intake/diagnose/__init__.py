"""A client diagnosis made elsewhere: read from a file, put into our words by a mapping.

| module | what it does |
|---|---|
| `lezen` | bytes of a CSV or JSON file to names with texts |
| `koppeling` | which name of a file is which fact or part of ours, from a TOML file |
| `vertalen` | the two together: facts, and whom they are about |
"""

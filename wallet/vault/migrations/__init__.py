"""How a vault file grows from one format version to the next: numbered steps, each with its record in one transaction.

Lives here: the steps (one module each, never edited once released) and `runner`, which carries them out.
Does not live here: reading or writing records.
"""

"""The one encrypted file a person owns, and everything kept in it.

Lives here: key derivation, the SQLCipher connection, the tables and what is read from and written to them.
Does not live here: parsing or judging credentials, words for people, passphrase prompts.
Start reading at `connection` (open and create), then `vault` and `credential_store`.
"""

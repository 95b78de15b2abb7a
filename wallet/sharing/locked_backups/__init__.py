"""Opening what other wallets locked with a passphrase. One module for each format.

Lives here: deriving keys within a floor and a ceiling, and decrypting. Does not live here: what is inside
(`wallet.credentials.gathered`), asking for a passphrase, or locking anything: nobody should write these formats again.
"""

"""Lists of known issuers: what one is, and the file formats it is read from (README of `wallet.verification`)."""

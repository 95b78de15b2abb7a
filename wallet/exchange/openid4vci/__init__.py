"""OpenID for Verifiable Credential Issuance 1.0, the side of the wallet: from an offer to the credentials in it.

Source: OpenID4VCI 1.0 (final). Earlier drafts ask in other words and are not spoken.
"""

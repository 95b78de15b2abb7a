"""Exchanges of the VC API, as the Digital Credentials Consortium issues: prove your key, and get the credential.

Source: W3C CCG VC API 0.7, "Exchanges" and "Interactions"; Verifiable Presentation Request, section 3.2.
"""

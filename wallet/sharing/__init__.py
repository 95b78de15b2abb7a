"""Leaving the wallet and being read again: presentations, bundles, links, QR codes. See README.md in this folder."""

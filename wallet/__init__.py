"""The LER wallet: learning and employment records in one encrypted file its owner keeps."""

__version__ = "0.1.0"

"""What a credential is, in each format: bytes to frozen types, with nothing trusted and nothing proven."""

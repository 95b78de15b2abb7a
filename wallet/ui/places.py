"""Names that modules share without loading one another: the places of an open file, how wallet files end, options."""

CREDENTIALS, SKILLS, SHARING, SETTINGS = "credentials", "skills", "sharing", "settings"
SUFFIX = ".lerwallet"
GALLERY = "--gallery"
"""The argument that opens the page of all controls instead of the wallet."""

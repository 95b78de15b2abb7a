"""Names that modules share without loading one another: the places of an open file, how wallet files end, options."""

CREDENTIALS, SKILLS, OVERVIEW = "credentials", "skills", "overview"
SHARING, SETTINGS = "sharing", "settings"
SUFFIX = ".lerwallet"
GALLERY = "--gallery"
"""The argument that opens the page of all controls instead of the wallet."""

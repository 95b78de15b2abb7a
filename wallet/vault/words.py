"""The owner's own words in the search index: notes, tags and names of collections of each credential.

Lives here: writing them anew after a change. Does not live here: what issuers wrote (`credential_store`), asking
(`search`).
"""

from collections.abc import Iterable

from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.search import fold
from wallet.vault.statements import Statements

_WORDS = """
    SELECT name FROM tag WHERE lineage = ?1
    UNION ALL SELECT c.name FROM collection c JOIN collection_member m ON m.collection = c.id WHERE m.lineage = ?1
    UNION ALL SELECT text FROM note WHERE lineage = ?1
"""


def words_of(database: Statements, lineage: int) -> str:
    """What the owner wrote about one credential, folded; "" when nothing."""
    if not has_format(database, ORGANISED):
        return ""
    return fold("\n".join(str(text) for (text,) in database.rows(_WORDS, (lineage,))))


def index_words(database: Statements, lineages: Iterable[int]) -> None:
    """Brings the index up to date after a change; to be called inside the change's transaction."""
    for lineage in lineages:
        database.run(
            "UPDATE credential_text SET note = ? WHERE rowid IN (SELECT seq FROM credential WHERE lineage = ?)",
            (words_of(database, lineage), lineage),
        )

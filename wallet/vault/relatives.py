"""Which records could hold the same credential as one that comes in: the few that have to be read to tell.

Does not live here: reading and comparing them (`wallet.app.same_content`).
"""

from collections.abc import Sequence

from wallet.credentials.model import Credential
from wallet.vault import head_columns
from wallet.vault.statements import Statements


def relatives_of(database: Statements, credential: Credential) -> Sequence[str]:
    """The ids of all records, older versions and the bin included, that could be this credential; the latest first.

    Those with the same issuer and id; where a credential has no id, those without one under the same names and date.
    """
    family = head_columns.family_of(credential)
    if family is not None:
        rows = database.rows("SELECT id FROM credential WHERE family = ? ORDER BY seq DESC", (family,))
    else:
        rows = database.rows(
            "SELECT id FROM credential WHERE family IS NULL AND name = ? AND issuer = ? AND issued IS ?"
            " ORDER BY seq DESC",
            (
                head_columns.name_of(credential),
                head_columns.issuer_of(credential),
                head_columns.date_text(credential.valid_from),
            ),
        )
    return tuple(str(row[0]) for row in rows)

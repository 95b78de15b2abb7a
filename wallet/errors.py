"""The whole exception tree, and the reason codes every refusal carries.

    WalletError
     +-- ResourceError      a file that travels with the program is missing, changed, or not known
     +-- CodecError         bytes or text that are not what they must be (JSON, base58, PNG chunks ...)
     +-- CredentialError    readable, but not a credential this program understands
     +-- ProofError         a proof that does not hold, or cannot be tried
     |    +-- UndecidableProofError   nothing is known to be wrong: the key or the suite is out of reach
     +-- VerificationError  a source of documents or the verifier was set up wrongly
     +-- VaultError         the encrypted file: wrong passphrase, damage, no space ...
     |    +-- NoRoomError   disk_full, with how much room is needed
     |    +-- InUseError    vault_in_use, with by whom
     |    +-- RecoveryKitError   words or a code that are not a kit, or not this file's
     +-- SharingError       something cannot leave the wallet in the way that was asked
     +-- ExchangeError      the network would not do what somebody asked of it
     |    +-- SiteBusyError   site_busy, with for how long
     |    +-- NotFollowedError   needs_network or offer_to_take, with the link that nobody followed yet
     +-- AppError           a use case could not be carried out (input missing, output exists ...)

Lives here: classes and codes. Does not live here: sentences. ``wallet.app.reason_texts`` words each code for people.
Standard library only.
"""

from enum import StrEnum


class Reason(StrEnum):
    """Stable, lower_snake_case codes; the only thing other programs may rely on (`ler-wallet reasons` lists them)."""

    # -- reading bytes
    FILE_MISSING = "file_missing"
    FOLDER_EMPTY = "folder_empty"
    FILE_NOT_READABLE = "file_not_readable"
    NOT_A_REGULAR_FILE = "not_a_regular_file"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    JSON_TOO_LARGE = "json_too_large"
    JSON_INVALID = "json_invalid"
    JSON_TOO_DEEP = "json_too_deep"
    JSON_DUPLICATE_KEY = "json_duplicate_key"
    JSON_NUMBER_INVALID = "json_number_invalid"
    TEXT_INVALID = "text_invalid"
    ENCODING_INVALID = "encoding_invalid"
    PNG_DAMAGED = "png_damaged"
    SVG_DAMAGED = "svg_damaged"
    SVG_UNSAFE = "svg_unsafe"
    PICTURE_WITHOUT_CREDENTIAL = "picture_without_credential"
    PICTURE_TEXT_TOO_LARGE = "picture_text_too_large"
    SEVERAL_CREDENTIALS = "several_credentials"
    JWT_MALFORMED = "jwt_malformed"
    NOT_A_CREDENTIAL = "not_a_credential"
    NOT_AN_AWARD = "not_an_award"
    UNSUPPORTED_FORMAT = "unsupported_format"

    # -- files that hold many things
    ARCHIVE_DAMAGED = "archive_damaged"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    ARCHIVE_GROWS = "archive_grows"
    ARCHIVE_ENTRY_DAMAGED = "archive_entry_damaged"
    ARCHIVE_ENTRY_LOCKED = "archive_entry_locked"
    ARCHIVE_ENTRY_UNSUPPORTED = "archive_entry_unsupported"
    ARCHIVE_NAME_UNSAFE = "archive_name_unsafe"
    MAIL_DAMAGED = "mail_damaged"
    MAIL_TOO_COMPLEX = "mail_too_complex"
    TOO_MANY_ENTRIES = "too_many_entries"
    NESTED_TOO_DEEP = "nested_too_deep"
    NOTHING_INSIDE = "nothing_inside"
    BACKUP_PASSPHRASE_NEEDED = "backup_passphrase_needed"
    BACKUP_PASSPHRASE_WRONG = "backup_passphrase_wrong"
    BACKUP_LOCK_INVALID = "backup_lock_invalid"
    BACKUP_LOCK_COST = "backup_lock_cost"
    VPQR_INVALID = "vpqr_invalid"
    VPQR_UNSUPPORTED = "vpqr_unsupported"

    # -- structure
    STRUCTURE_INVALID = "structure_invalid"
    UNDEFINED_TERM = "undefined_term"
    UNKNOWN_CONTEXT = "unknown_context"
    JSONLD_INVALID = "jsonld_invalid"
    TOO_COMPLEX = "too_complex"
    CLAIM_MISMATCH = "claim_mismatch"
    DISCLOSURE_INVALID = "disclosure_invalid"

    # -- proof
    PROOF_MISSING = "proof_missing"
    PROOF_MALFORMED = "proof_malformed"
    PROOF_PURPOSE_WRONG = "proof_purpose_wrong"
    PROOF_EXPIRED = "proof_expired"
    PROOF_FROM_THE_FUTURE = "proof_from_the_future"
    SIGNATURE_INVALID = "signature_invalid"
    ALG_NOT_ALLOWED = "alg_not_allowed"
    JWT_HEADER_NOT_ALLOWED = "jwt_header_not_allowed"
    UNSUPPORTED_SUITE = "unsupported_suite"
    HOLDER_ONLY_PROOF = "holder_only_proof"
    KEY_MALFORMED = "key_malformed"
    KEY_WEAK = "key_weak"
    KEY_NOT_FOUND = "key_not_found"
    KEY_REVOKED = "key_revoked"
    KEY_BINDING_MISSING = "key_binding_missing"
    KEY_BINDING_INVALID = "key_binding_invalid"
    AUDIENCE_OTHER = "audience_other"
    NONCE_OTHER = "nonce_other"
    HOSTED_DIFFERS = "hosted_differs"
    ADDRESS_NOT_STATED = "address_not_stated"

    # -- issuer binding
    VM_NOT_ISSUER = "vm_not_issuer"
    ISSUER_NOT_CONFIRMED = "issuer_not_confirmed"
    HOSTED_ELSEWHERE = "hosted_elsewhere"

    # -- dates
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    ENDS_SOON = "ends_soon"
    DATE_INVALID = "date_invalid"

    # -- status
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    STATUS_LIST_INVALID = "status_list_invalid"
    STATUS_LIST_EXPIRED = "status_list_expired"
    STATUS_LIST_SHORT = "status_list_short"
    STATUS_OLD = "status_old"
    UNSUPPORTED_STATUS = "unsupported_status"

    # -- advice and people
    SCHEMA_MISMATCH = "schema_mismatch"
    SCHEMA_BROKEN = "schema_broken"
    SCHEMA_NOT_CHECKED = "schema_not_checked"
    RECIPIENT_OTHER = "recipient_other"
    RECIPIENT_NOT_STATED = "recipient_not_stated"
    SHARED_BY_OTHER_KEY = "shared_by_other_key"
    NO_TRUST_LIST = "no_trust_list"
    ISSUER_ON_NO_LIST = "issuer_on_no_list"
    TRUST_LIST_NOT_CURRENT = "trust_list_not_current"
    ISSUER_KNOWN_TO_YOU = "issuer_known_to_you"
    ISSUER_NAME_DIFFERS = "issuer_name_differs"
    LOOK_ALIKE_NAME = "look_alike_name"
    ENDORSEMENT_NOT_VERIFIED = "endorsement_not_verified"
    INNER_NOT_VERIFIED = "inner_not_verified"
    NEEDS_NETWORK = "needs_network"
    CLOCK_DOUBTFUL = "clock_doubtful"
    CHECK_NOT_FINISHED = "check_not_finished"

    # -- the vault
    VAULT_MISSING = "vault_missing"
    VAULT_EXISTS = "vault_exists"
    NOT_A_VAULT = "not_a_vault"
    VAULT_IS_FOLDER = "vault_is_folder"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_NEWER = "vault_newer"
    VAULT_IN_USE = "vault_in_use"
    VAULT_CHANGED_ELSEWHERE = "vault_changed_elsewhere"
    ANOTHER_WALLET = "another_wallet"
    VAULT_LOCKED = "vault_locked"
    TOO_LITTLE_MEMORY = "too_little_memory"
    VAULT_READ_ONLY = "vault_read_only"
    DISK_FULL = "disk_full"
    STORAGE_FAILED = "storage_failed"
    WRONG_PASSPHRASE = "wrong_passphrase"
    PASSPHRASE_MISSING = "passphrase_missing"
    PASSPHRASE_TOO_WEAK = "passphrase_too_weak"
    RECOVERY_KIT_MISSING = "recovery_kit_missing"
    RECOVERY_KIT_INCOMPLETE = "recovery_kit_incomplete"
    RECOVERY_KIT_IS_PDF = "recovery_kit_is_pdf"
    RECOVERY_KIT_WORD_UNKNOWN = "recovery_kit_word_unknown"
    RECOVERY_KIT_MISTYPED = "recovery_kit_mistyped"
    RECOVERY_KIT_OTHER = "recovery_kit_other"
    VAULT_NOT_REPLACED = "vault_not_replaced"
    RECORD_NOT_FOUND = "record_not_found"
    RECORD_AMBIGUOUS = "record_ambiguous"
    IN_THE_BIN = "in_the_bin"
    NAME_NOT_USABLE = "name_not_usable"
    NAME_TAKEN = "name_taken"
    NAME_NOT_FOUND = "name_not_found"
    NOTE_NOT_USABLE = "note_not_usable"

    # -- sharing
    NOTHING_CHOSEN = "nothing_chosen"
    NOT_SELECTIVELY_DISCLOSABLE = "not_selectively_disclosable"
    POINTER_UNKNOWN = "pointer_unknown"
    POINTER_ALWAYS_SHOWN = "pointer_always_shown"
    CHOICE_NOT_COMPLETE = "choice_not_complete"
    TOO_BIG_FOR_QR = "too_big_for_qr"
    TOO_BIG_FOR_LINK = "too_big_for_link"
    QR_NOT_READABLE = "qr_not_readable"
    NO_QR_FOUND = "no_qr_found"
    PICTURE_NOT_READABLE = "picture_not_readable"
    PICTURE_TOO_LARGE = "picture_too_large"
    LINK_MALFORMED = "link_malformed"
    LINK_NEWER = "link_newer"
    FRAMES_MISSING = "frames_missing"
    BUNDLE_INVALID = "bundle_invalid"
    SHARE_ENDED = "share_ended"
    NO_LOCAL_NETWORK = "no_local_network"
    RECEIVER_PAGE_MISSING = "receiver_page_missing"
    PAGE_ADDRESS_INVALID = "page_address_invalid"
    NOT_A_SHARE_PAGE = "not_a_share_page"
    NOT_A_SHARE_PDF = "not_a_share_pdf"
    NOT_A_SHARE_ARCHIVE = "not_a_share_archive"
    ARCHIVE_DIFFERS = "archive_differs"
    SHARE_INCOMPLETE = "share_incomplete"
    ENCRYPTED_SHARE_INVALID = "encrypted_share_invalid"
    SHARE_PASSPHRASE_NEEDED = "share_passphrase_needed"
    SHARE_PASSPHRASE_WRONG = "share_passphrase_wrong"
    RECEIVER_KEY_NEEDED = "receiver_key_needed"
    RECEIVER_KEY_INVALID = "receiver_key_invalid"
    GUARDIAN_NEEDED = "guardian_needed"
    GUARDIAN_FORM_NEEDED = "guardian_form_needed"
    GUARDIAN_CODE_WRONG = "guardian_code_wrong"
    GUARDIAN_CODE_MISSING = "guardian_code_missing"
    GUARDIAN_SET = "guardian_set"
    GUARDIAN_NOT_SET = "guardian_not_set"
    CONSENT_NOT_GIVEN = "consent_not_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PROFILE_TAKES_ONE = "profile_takes_one"
    REQUEST_INVALID = "request_invalid"
    REQUEST_UNSUPPORTED = "request_unsupported"
    REQUEST_SEVERAL_HOSTS = "request_several_hosts"
    REQUEST_EXPIRED = "request_expired"
    REQUEST_NOTHING_FITS = "request_nothing_fits"
    REQUEST_CHOICE_NEEDED = "request_choice_needed"
    UNTIL_IN_THE_PAST = "until_in_the_past"
    NOT_FOR_SHARING = "not_for_sharing"
    NOT_FOR_PRESENTATION = "not_for_presentation"

    # -- the network
    WEB_ADDRESS_REFUSED = "web_address_refused"
    SITE_NOT_ALLOWED = "site_not_allowed"
    SITE_UNREACHABLE = "site_unreachable"
    SITE_NOT_SECURE = "site_not_secure"
    SITE_TOO_SLOW = "site_too_slow"
    SITE_WITHOUT_ANSWER = "site_without_answer"
    ANSWER_TOO_LARGE = "answer_too_large"
    ANSWER_KIND_OTHER = "answer_kind_other"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    SITE_BUSY = "site_busy"
    NOT_A_BADGE_SITE = "not_a_badge_site"
    REGISTRATION_REFUSED = "registration_refused"
    SCOPE_NOT_GRANTED = "scope_not_granted"
    ACCESS_ENDED = "access_ended"
    PAGING_INVALID = "paging_invalid"
    SENDING_NOT_OFFERED = "sending_not_offered"
    SENDING_REFUSED = "sending_refused"
    SENDING_NOT_CONFIRMED = "sending_not_confirmed"
    NO_REFRESH_SERVICE = "no_refresh_service"
    REFRESH_NOT_GOOD = "refresh_not_good"
    SITE_ANSWER_INVALID = "site_answer_invalid"

    # -- getting access at a website
    BROWSER_NOT_OPENED = "browser_not_opened"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGN_IN_UNFINISHED = "sign_in_unfinished"
    SIGN_IN_ANSWER_WRONG = "sign_in_answer_wrong"
    CODE_REFUSED = "code_refused"
    ACCESS_REFUSED = "access_refused"
    ACCESS_KIND_OTHER = "access_kind_other"
    LINK_NOT_SUPPORTED = "link_not_supported"
    SCHOOL_FORBIDS = "school_forbids"
    PAGE_WITHOUT_CREDENTIAL = "page_without_credential"

    # -- getting credentials from an issuer
    OFFER_TO_TAKE = "offer_to_take"
    OFFER_INVALID = "offer_invalid"
    OFFER_UNSUPPORTED = "offer_unsupported"
    OFFER_SEVERAL_HOSTS = "offer_several_hosts"
    OFFER_CODE_NEEDED = "offer_code_needed"
    OFFER_NOT_TAKEN = "offer_not_taken"
    CREDENTIAL_REFUSED = "credential_refused"
    HOLDER_KEY_NOT_ACCEPTED = "holder_key_not_accepted"
    EXCHANGE_WANTS_CREDENTIALS = "exchange_wants_credentials"

    # -- the program
    SCHOOL_POLICY_INVALID = "school_policy_invalid"
    SCHOOL_POLICY_NOT_PROTECTED = "school_policy_not_protected"
    OUTPUT_EXISTS = "output_exists"
    OUTPUT_NOT_WRITABLE = "output_not_writable"
    OUTPUT_KIND_UNKNOWN = "output_kind_unknown"
    DOCUMENTS_INDEX_INVALID = "documents_index_invalid"
    TRUST_LIST_INVALID = "trust_list_invalid"
    TRUST_LIST_OLDER = "trust_list_older"
    USAGE = "usage"
    WINDOW_NOT_AVAILABLE = "window_not_available"
    INTERRUPTED = "interrupted"
    INTERNAL_ERROR = "internal_error"


class WalletError(Exception):
    """Root of every error this program raises on purpose.

    Attributes:
        reason: the stable code; what a caller decides on and what people are told about.
        detail: a short technical note for ``--debug`` and logs. Never a passphrase, key, claim value or file path.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


class ResourceError(WalletError):
    """A file that travels with the program is missing, was changed, or is not known."""


class CodecError(WalletError):
    """Bytes or text are not in the form they must have."""


class CredentialError(WalletError):
    """What was read is not a credential, or breaks its data model."""


class ProofError(WalletError):
    """A proof does not hold."""


class UndecidableProofError(ProofError):
    """A proof could not be tried: unsupported suite, or a key that is out of reach."""


class VerificationError(WalletError):
    """A source of documents is set up wrongly."""


class VaultError(WalletError):
    """The encrypted file could not be opened, read or written."""


class NoRoomError(VaultError):
    """There is too little room for something whose size is known.

    Attributes:
        needed_bytes: how much room it takes.
    """

    def __init__(self, needed_bytes: int) -> None:
        super().__init__(Reason.DISK_FULL, f"{needed_bytes} bytes needed")
        self.needed_bytes = needed_bytes


class InUseError(VaultError):
    """Another program has the encrypted file open.

    Attributes:
        user, computer: whose program, and where, as it says itself; "" when it is not known.
        process: its number on that computer; None when it is not known.
    """

    def __init__(self, user: str = "", computer: str = "", process: int | None = None) -> None:
        super().__init__(Reason.VAULT_IN_USE, "another program holds the lock")
        self.user = user
        self.computer = computer
        self.process = process


class RecoveryKitError(VaultError):
    """What was given is not a recovery kit, or not one of this file.

    Attributes:
        positions: which of the 24 words are on no list, counted from 1; empty when that is not what is wrong.
    """

    def __init__(self, reason: Reason, detail: str = "", positions: tuple[int, ...] = ()) -> None:
        super().__init__(reason, detail)
        self.positions = positions


class SharingError(WalletError):
    """Something cannot leave the wallet, or cannot be read back, in the way that was asked."""


class ExchangeError(WalletError):
    """The network, or another computer in it, would not do what somebody asked for."""


class SiteBusyError(ExchangeError):
    """A site wants to be left alone for a while.

    Attributes:
        seconds: for how long; None when it does not say.
    """

    def __init__(self, seconds: int | None) -> None:
        super().__init__(Reason.SITE_BUSY, "" if seconds is None else f"for {seconds} s")
        self.seconds = seconds


class NotFollowedError(ExchangeError):
    """All there is here is a link, and nobody said that it may be followed.

    Attributes:
        link: where it leads; hostile text. Whoever has the link of an offer may be able to take what is offered.
    """

    def __init__(self, link: str, reason: Reason = Reason.NEEDS_NETWORK) -> None:
        super().__init__(reason, "only a link")
        self.link = link


class AppError(WalletError):
    """A use case could not be carried out."""

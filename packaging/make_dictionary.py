"""Makes the preset DEFLATE dictionary of the self-contained links.

    python3 packaging/make_dictionary.py dictionary-1.bin

The file that links are made with, `resources/sharing/dictionary-1.bin`, is frozen: another byte in it and every link
that was ever printed stops opening. A better dictionary is a new file with a new link form; this script shows where the
frozen one came from, and a test holds the two together.

What goes in, first the least useful (DEFLATE pays more for what is further away):
1. the terms of the published contexts below that nothing later mentions,
2. closed vocabularies of Open Badges 3.0 and words that credentials commonly say,
3. the fixed strings of credentials, presentations and bundles, roughly in the order in which they are written.
Nothing is taken from anybody's credential.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CONTEXTS = ("clr-2.0.1.json", "ob-3.0.3.json", "credentials-v2.json")

# Terms the contexts define for jobs a shared badge seldom has: key documents, tokens, status lists, postal addresses.
LEFT_OUT = """
... _sd _sd_alg aud cnf exp iat iss jku kid nbf sub x5u keyAgreement controller previousProof nonce ttl encodedList
capabilityDelegation capabilityInvocation confidenceMethod renderMethod termsOfUse digestSRI digestMultibase
EnvelopedVerifiablePresentation BitstringStatusList BitstringStatusListCredential statusReference statusSize
familyNamePrefix patronymicName honorificPrefix honorificSuffix additionalName postOfficeBoxNumber Address address
addressCountry addressCountryCode addressLocality addressRegion geo GeoCoordinates latitude longitude postalCode
streetAddress phone official dateOfBirth audience genre
"""

# Open Badges 3.0, appendix B.1: AchievementType, ResultType, ResultStatusType, AlignmentTargetType, IdentifierTypeEnum.
VOCABULARIES = """
AssociateDegree BachelorDegree CertificateOfCompletion CommunityService CoCurricular LearningProgram MasterDegree
SecondarySchoolDiploma Membership License Diploma Assignment Assessment Award Badge MicroCredential Certification
Certificate Competency Course GradePointAverage LetterGrade Percent RawScore RubricScore Status Failed Completed
ceasn:Competency ceterms:Credential CFItem sourcedId emailAddress
"""

# One phrase ends at each bar, so that phrases may begin and end with a space.
WORDS = """
Community College|High School|University of |Institute|Department of |Academy|Training|Professional|Certified |
Introduction to |Fundamentals|Management|Engineering|Computer |Technology|Science|Education|Program|Student|
safety |assessment |training |project|knowledge |ability to |skills |hours of |learners |
successfully |completed |demonstrated |participated in |is awarded to |has earned |This badge |This credential |
The earner |The learner |must |through |using |with |from |that |for |and the |and |in the |of the |
"""

# Line ends are not part of it: places links lead to; a status and a schema; what an achievement can hold; a token in a
# presentation; VCDM 1.1; one credential of VCDM 2.0; and last what every share has: bundle, presentation, proofs.
FIXED = """
https://credentialengineregistry.org/resources/ce-
https://www.onetonline.org/link/summary/
data:image/png;base64,iVBORw0KGgo
"credentialStatus":{"id":"https://","type":"BitstringStatusListEntry","statusPurpose":"revocation",
"statusListIndex":"","statusListCredential":"https://"}
"credentialSchema":[{"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/
ob_v3p0_achievementcredential_schema.json","type":"1EdTechJsonSchemaValidator2019"}]
"result":[{"type":["Result"],"resultDescription":"urn:uuid:","value":""}]
"resultDescription":[{"id":"urn:uuid:","type":["ResultDescription"],"name":"","resultType":""}]
"alignment":[{"type":["Alignment"],"targetCode":"","targetDescription":"","targetFramework":"","targetName":"",
"targetType":"","targetUrl":"https://"}]
"evidence":[{"id":"https://","type":["Evidence"],"name":"","narrative":""}]
"identifier":[{"type":"IdentityObject","identityHash":"sha256$","identityType":"emailAddress","hashed":true,"salt":""}]
"validUntil":"2027-12-31T23:59:59Z"
{"@context":"https://www.w3.org/ns/credentials/v2","id":"data:application/vc+jwt,eyJhbGciOiJSUzI1NiIs
ImtpZCI6Imh0dHBzOi8v","type":"EnvelopedVerifiableCredential"}
"https://w3id.org/security/data-integrity/v2","https://w3id.org/security/suites/ed25519-2020/v1"],
"type":"Ed25519Signature2020","created":"2025-
"issuanceDate":"2025-","expirationDate":"2027-
{"@context":["https://www.w3.org/2018/credentials/v1","https://purl.imsglobal.org/spec/ob/v3p0/context.json",
"type":["VerifiableCredential","AchievementCredential"],"name":"
"issuer":{"id":"did:web:","type":["Profile"],"name":"","url":"https://www.
"email":".edu","image":{"id":"https://.png","type":"Image","caption":"
"validFrom":"2026-01-01T00:00:00Z","awardedDate":"2025-
"credentialSubject":{"id":"did:key:z6Mk","type":["AchievementSubject"],"name":"
"achievement":{"id":"urn:uuid:","type":["Achievement"],"achievementType":"","name":"","description":"
"criteria":{"id":"https://","narrative":"
","image":{"id":"https://
.png","type":"Image"}},"issuer":{"type":"Profile","id":"did:key:z6Mk
{"v":1,"made":"2026-T12:00:00Z","to":"","for":"Application for ","until":"2027-T23:59:59Z","items":[],"vp":
{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:uuid:","type":["VerifiablePresentation"],
"description":"","holder":"did:key:z6Mk","verifiableCredential":[
"proof":{"type":"DataIntegrityProof","created":"2026-
Z","verificationMethod":"did:key:z6Mk","cryptosuite":"eddsa-rdfc-2022","proofPurpose":"assertionMethod","proofValue":"z
"}},{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
"id":"urn:uuid:","type":["VerifiableCredential","OpenBadgeCredential"],"name":"
"}}],"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","verificationMethod":"did:key:z6Mk
","proofPurpose":"authentication","created":"2026-Z","domain":"","challenge":"","expires":"2027-
T23:59:59Z","proofValue":"z"}}}
"""


def context_terms(document: Any) -> Iterator[str]:
    """Every term a JSON-LD context defines, at any depth, in document order; keywords left out."""
    if isinstance(document, dict):
        for name, definition in document.items():
            if not name.startswith("@"):
                yield name
            yield from context_terms(definition)
    elif isinstance(document, list):
        for part in document:
            yield from context_terms(part)


def make_dictionary(contexts: Path) -> bytes:
    """The dictionary's bytes (ASCII), from the context files in a folder."""
    near = WORDS.replace("\n", "").replace("|", "") + FIXED.replace("\n", "")
    left_out = set(LEFT_OUT.split())
    terms: dict[str, None] = {}
    for name in CONTEXTS:
        document = json.loads((contexts / name).read_text("utf-8"))
        terms.update(dict.fromkeys(context_terms(document["@context"])))
    written = [f'"{term}"' if term[0].isupper() else f'"{term}":' for term in terms if term not in left_out]
    far = "".join(text for text in written if text not in near)
    return (far + '","'.join(VOCABULARIES.split()) + near).encode("ascii")


def main(arguments: list[str]) -> int:
    """Writes the dictionary to the file named; 0 when done, 2 without a name."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    body = make_dictionary(ROOT / "resources" / "contexts")
    Path(arguments[0]).write_bytes(body)
    print(f"{len(body)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The ontology's terms that the code speaks: prefixes, CURIE constants, and the way from a CURIE to an IRI."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from graph_builder.model import Id

BASE: Final = "https://w3id.org/civic-graph/"
PREFIXES: Final[dict[str, str]] = {
    "civ": f"{BASE}def/civ#",
    "id": f"{BASE}id/",
    "basis": f"{BASE}def/basis/",
    "bodykind": f"{BASE}def/bodykind/",
    "capacity": f"{BASE}def/capacity/",
    "kind": f"{BASE}def/kind/",
    "outcome": f"{BASE}def/outcome/",
    "pointkind": f"{BASE}def/pointkind/",
    "advicekind": f"{BASE}def/advicekind/",
    "responsekind": f"{BASE}def/responsekind/",
    "relation": f"{BASE}def/relation/",
    "role": f"{BASE}def/role/",
    "topic": f"{BASE}def/topic/",
    "vote": f"{BASE}def/vote/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gss": "http://statistics.data.gov.uk/id/statistical-geography/",
    "m8g": "http://data.europa.eu/m8g/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

TYPE: Final = "rdf:type"
LABEL: Final = "skos:prefLabel"
ALT_LABEL: Final = "skos:altLabel"
REPLACED_BY: Final = "dcterms:isReplacedBy"

# papers
DOCUMENT: Final = "foaf:Document"
CONTEXT: Final = "nif:Context"
FILE_NAME: Final = "civ:fileName"
FILE_HASH: Final = "civ:fileHash"
PAPER_KIND: Final = "civ:paperKind"
OF_COUNCIL: Final = "civ:ofCouncil"
SOURCE: Final = "dcterms:source"
LICENCE: Final = "dcterms:license"

# organisations
COUNCIL: Final = "m8g:PublicOrganisation"
UNIT: Final = "org:OrganizationalUnit"
COLLABORATION: Final = "org:OrganizationalCollaboration"
FORMAL: Final = "org:FormalOrganization"
ORGANISATION: Final = "org:Organization"
UNIT_OF: Final = "org:unitOf"
CHANGE_EVENT: Final = "org:ChangeEvent"
ORIGINAL: Final = "org:originalOrganization"
RESULTING: Final = "org:resultingOrganization"
CLASSIFICATION: Final = "org:classification"
ACRONYM: Final = "civ:acronym"
IDENTIFIER: Final = "org:identifier"
SPATIAL: Final = "dcterms:spatial"

# people, memberships, posts
PERSON: Final = "foaf:Person"
PRIVATE_PERSON: Final = "civ:PrivatePerson"
NAME: Final = "foaf:name"
FAMILY_NAME: Final = "foaf:familyName"
MEMBER_NUMBER: Final = "civ:memberNumber"
MEMBERSHIP: Final = "org:Membership"
MEMBER: Final = "org:member"
OF_ORGANISATION: Final = "org:organization"
ROLE: Final = "org:role"
POST: Final = "org:Post"
POST_IN: Final = "org:postIn"
POST_HOLDING: Final = "civ:PostHolding"
OF_POST: Final = "civ:ofPost"
ATTESTED_ON: Final = "civ:attestedOn"
ENDED_BY: Final = "civ:endedBy"
TERM_UNTIL: Final = "civ:termUntil"
PARTY: Final = "civ:party"
MATCH: Final = "civ:Match"
MATCH_OF: Final = "civ:matchOf"
MATCHED_NAME: Final = "civ:matchedName"
MATCH_SCORE: Final = "civ:matchScore"
MATCH_REASON: Final = "civ:matchReason"

# meetings
MEETING: Final = "civ:Meeting"
HELD_BY: Final = "civ:heldBy"
EARLIEST: Final = "civ:earliest"
LATEST: Final = "civ:latest"
AS_PRINTED: Final = "civ:asPrinted"
START_TIME: Final = "civ:startTime"
END_TIME: Final = "civ:endTime"
LOCATION: Final = "prov:atLocation"
PLACE: Final = "dcterms:Location"
MINUTES: Final = "civ:minutes"
AGENDA: Final = "civ:agenda"
DECISION_SHEET: Final = "civ:decisionSheet"
AT_MEETING: Final = "civ:atMeeting"

# attendance, interests
ATTENDANCE: Final = "civ:Attendance"
ATTENDEE: Final = "civ:attendee"
CAPACITY: Final = "civ:capacity"
HAD_ROLE: Final = "prov:hadRole"
APOLOGY: Final = "civ:Apology"
EXCUSED: Final = "civ:excused"
SUBSTITUTES_FOR: Final = "civ:substitutesFor"
INTEREST: Final = "civ:InterestDeclaration"
DECLARANT: Final = "civ:declarant"
INTEREST_IN: Final = "civ:interestIn"
INTEREST_MATTER: Final = "civ:interestMatter"
INTEREST_ROLE: Final = "civ:interestRole"
INTEREST_KIND: Final = "civ:interestKind"

# items, decisions
ITEM: Final = "civ:AgendaItem"
ITEM_OF: Final = "civ:itemOf"
TITLE: Final = "dcterms:title"
NUMBER: Final = "dcterms:identifier"
POSITION: Final = "civ:position"
CUT_OFF: Final = "civ:cutOff"
EXEMPT: Final = "civ:exempt"
ABOUT_ITEM: Final = "civ:aboutItem"
DECISION: Final = "civ:Decision"
DECIDED_BY: Final = "civ:decidedBy"
OUTCOME: Final = "civ:outcome"
TEXT: Final = "civ:text"
PART: Final = "civ:part"
PROPOSED_BY: Final = "civ:proposedBy"
SECONDED_BY: Final = "civ:secondedBy"
APPOINTEE: Final = "civ:appointee"
VOTES_FOR: Final = "civ:votesFor"
VOTES_AGAINST: Final = "civ:votesAgainst"
VOTES_ABSTAINED: Final = "civ:votesAbstained"
VOTE: Final = "civ:Vote"
VOTER: Final = "civ:voter"
ON_DECISION: Final = "civ:onDecision"
VOTE_CAST: Final = "civ:voteCast"
RECOMMENDATION: Final = "civ:Recommendation"
MADE_BY: Final = "civ:madeBy"
ADDRESSED_TO: Final = "civ:addressedTo"
MADE_BY_PRINTED: Final = "civ:madeByAsPrinted"
ADDRESSEE_PRINTED: Final = "civ:addresseeAsPrinted"
ADVICE_KIND: Final = "civ:adviceKind"
RESPONSE: Final = "civ:Response"
RESPONSE_KIND: Final = "civ:responseKind"
ACTION: Final = "civ:Action"
ASSIGNED_TO: Final = "civ:assignedTo"
ASSIGNEE_PRINTED: Final = "civ:assigneeAsPrinted"
DUE: Final = "civ:due"
POINT_RAISED: Final = "civ:PointRaised"
POINT_KIND: Final = "civ:pointKind"
RAISED_BY: Final = "civ:raisedBy"
RAISED_BY_PRINTED: Final = "civ:raisedByAsPrinted"
OF_INSPECTION: Final = "civ:ofInspection"

# references between papers
REFERENCE: Final = "civ:Reference"
RELATION: Final = "civ:relation"
TO_MEETING: Final = "civ:toMeeting"
TO_BODY: Final = "civ:toBody"
TO_TITLE: Final = "civ:toTitle"

# inspections, plans, measures, topics
INSPECTION: Final = "civ:Inspection"
INSPECTOR: Final = "civ:inspector"
INSPECTED: Final = "civ:inspected"
LEAD_INSPECTOR: Final = "civ:leadInspector"
PARTNER: Final = "civ:partner"
IMPROVEMENT: Final = "civ:areaForImprovement"
PRIORITY_ACTION: Final = "civ:priorityAction"
NEXT_DUE: Final = "civ:nextDue"
PREVIOUS_INSPECTION: Final = "civ:previousInspection"
INSPECTION_KIND: Final = "civ:inspectionKind"
PUBLISHED: Final = "civ:published"
PUBLISHED_IN: Final = "civ:publishedIn"
JUDGEMENT: Final = "civ:judgement"
ABOUT: Final = "civ:about"
FRAMEWORK: Final = "civ:framework"
PLAN: Final = "civ:Plan"
OWNED_BY: Final = "civ:ownedBy"
PERIOD: Final = "civ:period"
RESPONDS_TO: Final = "civ:respondsTo"
WORKSTREAM: Final = "civ:Workstream"
APPROVAL: Final = "civ:Approval"
OF_PLAN: Final = "civ:ofPlan"
APPROVED_BY: Final = "civ:approvedBy"
APPROVER_PRINTED: Final = "civ:approverAsPrinted"
PART_OF: Final = "dcterms:isPartOf"
OBSERVATION: Final = "sosa:Observation"
INDICATOR: Final = "civ:indicator"
VALUE_PRINTED: Final = "civ:valueAsPrinted"
VALUE: Final = "sosa:hasSimpleResult"
UNIT_OF_MEASURE: Final = "civ:unit"
NUMERATOR: Final = "civ:numerator"
DENOMINATOR: Final = "civ:denominator"
OBSERVATION_KIND: Final = "civ:observationKind"
SCHEDULE: Final = "civ:schedule"
LOWEST: Final = "civ:lowest"
HIGHEST: Final = "civ:highest"
SUBJECT: Final = "dcterms:subject"

# proof
QUOTED_FROM: Final = "civ:quotedFrom"
RULE: Final = "civ:rule"
BASIS: Final = "civ:basis"
CONFIDENCE: Final = "civ:confidence"
CORRECTION: Final = "civ:correction"
SENTENCE: Final = "nif:Sentence"
BEGIN: Final = "nif:beginIndex"
END: Final = "nif:endIndex"
ANCHOR: Final = "nif:anchorOf"
REFERENCE_CONTEXT: Final = "nif:referenceContext"
PAGE: Final = "civ:page"
BOX: Final = "civ:box"
OPENS_AT: Final = "civ:opensAt"
DERIVED_FROM: Final = "prov:wasDerivedFrom"


def expand(curie: Id) -> str:
    """The IRI of a CURIE.

    Raises KeyError where the prefix is not in `PREFIXES`: a `doc:` id that resolution left behind, or a misspelling.
    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


@lru_cache(maxsize=1 << 18)
def compact(iri: str) -> str:
    """The CURIE of an IRI, by the prefix that leaves the shortest rest; the IRI itself where no prefix fits."""
    fitting = [(len(base), prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"

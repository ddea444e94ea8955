"""The closed vocabularies of the claim: standing, phase, quantifier, precision, types of party and source.

Standings in three groups: told as a fact, open (it may be), told against. A superseded one was a fact once.
"""

from typing import Literal

Standing = Literal[
    "asserted", "confirmed", "admitted", "denied", "negated", "unverified", "possible", "probable",
    "planned", "attempted", "forecast", "hypothetical", "demanded", "superseded",
]  # fmt: skip
TOLD = frozenset({"asserted", "confirmed", "admitted", "unverified", "probable"})
OPEN = frozenset({"forecast", "hypothetical", "possible", "planned", "demanded", "attempted"})
AGAINST = frozenset({"denied", "negated"})
Relation = Literal["denied", "contested", "later", "earlier", "differs"]
ContradictionKind = Literal["standing", "control", "figure", "perpetrator"]
Phase = Literal["begins", "continues", "eases", "ends"]
Quantifier = Literal["exact", "approximately", "more-than", "less-than", "up-to", "at-least", "range", "vague"]
Unit = Literal["person", "household", "event", "vehicle", "weapon", "building", "money", "area", "distance", "share"]
Measure = Literal["stock", "flow", "strength"]
PlacePrecision = Literal["point", "settlement", "district", "province", "country", "region"]
TimePrecision = Literal["minute", "hour", "day", "week", "month", "year", "since", "published"]
PartyType = Literal[
    "state", "armed", "person", "official", "organisation", "media", "monitor", "civilian", "crowd", "unknown"
]
SourceType = Literal[
    "outlet", "agency", "state-media", "official", "military", "belligerent", "monitor", "un", "ngo", "expert",
    "witness", "social-media", "document", "anonymous", "unnamed",
]  # fmt: skip

VenueKind = Literal[
    "interview", "social-media", "broadcast", "press-conference", "meeting", "statement", "letter", "court",
    "parliament", "other",
]  # fmt: skip

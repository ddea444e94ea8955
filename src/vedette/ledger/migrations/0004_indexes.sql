-- What claims are searched by besides: how they are put, and when they were said.
create index claim_by_standing on claim (standing);
create index claim_by_said on claim (said);

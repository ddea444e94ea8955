-- The ledger. Rows are only ever added: the triggers below refuse to change, remove or replace one.
-- Moments of recording are UTC, written so that they sort as text. The truth is in document, claim and entry;
-- label, claim_label and claim_words are there to find claims and hold folded words (no case, no diacritics).

create table blob (
    sha256 text primary key,
    bytes blob not null
) strict;

create table document (
    id text primary key,
    text text not null,
    outlet text,
    title text,
    url text,
    published text,                                    -- as the source gave it: when it was said
    language text,
    sha256 text not null references blob,              -- the bytes it was read from
    name text not null,                                -- the file or address of those bytes
    recorded_at text not null
) strict;

create table reading (                                 -- this document has been read by this version of an extractor
    seq integer primary key,
    document text not null references document,
    extractor text not null,                           -- "name version"
    name text not null,                                -- the extractor whatever its version: its claims supersede
    by text not null,
    recorded_at text not null,
    unique (document, extractor)
) strict;

create table claim (
    seq integer primary key,
    id text not null unique,
    document text not null references document,
    start integer not null,
    kind text not null,
    type text not null,
    standing text not null,
    said text,                                         -- publication, in UTC where its zone is known
    happened_first text,                               -- the window in which it happened; both null: nobody says
    happened_last text,
    record text not null                               -- the claim as exported, JSON
) strict;
create index claim_by_document on claim (document);
create index claim_by_kind on claim (kind, type);
create index claim_by_happened on claim (happened_first, happened_last);

create table given (                                   -- which claims a reading gave, known before or not
    reading integer not null references reading,
    claim integer not null references claim,
    primary key (reading, claim)
) strict, without rowid;

create table entry (                                   -- what was believed since when: the newest entry of a claim rules
    seq integer primary key,
    claim integer not null references claim,
    operation text not null check (operation in ('record', 'withdraw')),
    denies text not null,                              -- ids of the claims that it denies, a JSON list
    recorded_at text not null,
    by text not null,
    reason text
) strict;
create index entry_by_claim on entry (claim);

create table label (
    seq integer primary key,
    words text not null unique                         -- with a space at either end, so that whole words are found
) strict;

create table claim_label (
    label integer not null references label,
    field text not null check (field in ('party', 'place', 'source')),
    claim integer not null references claim,
    primary key (label, field, claim)
) strict, without rowid;

create table issue (
    seq integer primary key,
    source text not null,                              -- the file or address
    line integer,
    problem text not null,
    document text references document,                 -- null: nothing could be read
    recorded_at text not null
) strict;
create index issue_by_source on issue (source);

-- Contentless: SQLite itself refuses to update or delete its rows. It holds nothing that claim does not.
create virtual table claim_words using fts5 (
    evidence, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

create trigger blob_no_update before update on blob
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger blob_no_delete before delete on blob
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger document_no_update before update on document
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger document_no_delete before delete on document
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger reading_no_update before update on reading
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger reading_no_delete before delete on reading
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_no_update before update on claim
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_no_delete before delete on claim
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger given_no_update before update on given
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger given_no_delete before delete on given
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger entry_no_update before update on entry
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger entry_no_delete before delete on entry
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger label_no_update before update on label
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger label_no_delete before delete on label
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_label_no_update before update on claim_label
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_label_no_delete before delete on claim_label
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger issue_no_update before update on issue
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger issue_no_delete before delete on issue
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;

-- "insert or replace" would delete the row in its way without waking the triggers above.
create trigger blob_no_replace before insert on blob when exists (select 1 from blob where sha256 = new.sha256)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger document_no_replace before insert on document when exists (select 1 from document where id = new.id)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger reading_no_replace before insert on reading when exists (select 1 from reading where seq = new.seq or (document = new.document and extractor = new.extractor))
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_no_replace before insert on claim when exists (select 1 from claim where seq = new.seq or id = new.id)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger given_no_replace before insert on given when exists (select 1 from given where reading = new.reading and claim = new.claim)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger entry_no_replace before insert on entry when exists (select 1 from entry where seq = new.seq)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger label_no_replace before insert on label when exists (select 1 from label where seq = new.seq or words = new.words)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger claim_label_no_replace before insert on claim_label when exists (select 1 from claim_label where label = new.label and field = new.field and claim = new.claim)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;
create trigger issue_no_replace before insert on issue when exists (select 1 from issue where seq = new.seq)
begin select raise(abort, 'the ledger only grows: append a withdrawal instead'); end;

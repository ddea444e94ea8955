-- What people decided, in the order in which they did; an undo is a line of its own.
-- A claim stays in the ledger when a newer version reads its document otherwise, so its id is all that has to be kept.
create table judgement (
    seq integer primary key,
    id text not null unique,
    kind text not null check (kind in ('accept', 'reject', 'correct', 'same', 'apart', 'grade', 'undo')),
    targets text not null,                             -- ids of claims, the name of a source, or what is undone: a JSON list
    value text not null,                               -- the grade, or the corrected fields as exported, JSON
    recorded_at text not null,
    by text not null,
    reason text not null
) strict;

create trigger judgement_no_update before update on judgement
begin select raise(abort, 'the ledger only grows: append an undo instead'); end;
create trigger judgement_no_delete before delete on judgement
begin select raise(abort, 'the ledger only grows: append an undo instead'); end;
create trigger judgement_no_replace before insert on judgement when exists (select 1 from judgement where seq = new.seq or id = new.id)
begin select raise(abort, 'the ledger only grows: append an undo instead'); end;

create index given_by_claim on given (claim);

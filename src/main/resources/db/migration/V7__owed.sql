-- What we owe somebody: the answer they asked to be told, or a correction of what they were told. Gone once sent.
create table owed (
    id text not null primary key,
    chat text not null,
    kind text not null,
    update_id text not null,
    revision integer not null,
    correction_id text,
    language text not null,
    due_at bigint not null,
    until_at bigint not null,
    holder text,
    unique (chat, kind, update_id)
) ${unordered};

create index owed_by_due_at on owed (due_at);
create index owed_by_correction on owed (correction_id);

-- Corrections that a person confirmed, with how many were told and never whom.
create table correction (
    id text not null primary key,
    update_id text not null,
    revisions text not null,
    cause text not null,
    now_id text,
    now_revision integer not null,
    confirmed_by text not null,
    confirmed_at bigint not null,
    spreading integer not null,
    expected integer not null,
    told integer not null,
    missed integer not null
);

create index correction_by_confirmed_at on correction (confirmed_at);

-- The update that answers a question, once somebody has named it; the question goes when those who wait are owed it.
alter table open_question add column answered_by text;

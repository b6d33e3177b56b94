-- What was laid before people of the staff on their telephones: a button names a row, so it holds for one person and for
-- what they saw. awaits_until is 0 where their next words are no answer to it.
create table duty_slip (
    token text not null primary key,
    volunteer_id text not null,
    kind text not null,
    subject text not null,
    revision integer not null,
    hash text not null,
    field text not null,
    awaits_until bigint not null,
    note text not null,
    until_at bigint not null
) ${unordered};

create index duty_slip_by_volunteer on duty_slip (volunteer_id);

-- What people of the staff are told, each thing once; said is 1 from then on.
create table duty_notice (
    id text not null primary key,
    volunteer_id text not null,
    kind text not null,
    subject text not null,
    revision bigint not null,
    due_at bigint not null,
    until_at bigint not null,
    said integer not null,
    holder text,
    unique (volunteer_id, kind, subject, revision)
) ${unordered};

create index duty_notice_by_due_at on duty_notice (said, due_at);

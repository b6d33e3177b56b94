-- What the staff did: only ever added to.
create table journal (
    number  bigint not null primary key,
    at      bigint not null,
    who     text   not null,
    act     text   not null,
    subject text   not null,
    detail  text   not null,
    hash    text   not null
);

-- The end of the journal, so that a torn-off end shows too: one row.
create table journal_head (
    id     integer not null primary key,
    number bigint  not null,
    hash   text    not null
);

insert into journal_head (id, number, hash) values (1, 0, '');

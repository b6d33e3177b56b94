-- The updates as they are now: one row each.
create table knowledge_update (
    id          text    not null primary key,
    revision    integer not null,
    state       text    not null,
    content     text    not null,
    hash        text    not null,
    source_file text,
    changed_at  bigint  not null
);

-- Every change ever made, never altered.
create table update_revision (
    update_id  text    not null,
    revision   integer not null,
    state      text    not null,
    content    text    not null,
    hash       text    not null,
    changed_by text    not null,
    changed_at bigint  not null,
    primary key (update_id, revision)
);

-- Counts up with every change, so that others know whether they have seen the latest: one row.
create table knowledge_revision (
    id       integer not null primary key,
    revision bigint  not null
);

insert into knowledge_revision (id, revision) values (1, 0);

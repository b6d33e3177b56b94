-- What was published to other systems, signed; only ever added to.
create table cap_document (
    identifier text    not null primary key,
    number     integer not null,
    revision   integer not null,
    sender     text    not null,
    sent_at    bigint  not null,
    ends_at    bigint  not null,
    title      text    not null,
    document   text    not null,
    unique (number, revision)
);

create index cap_document_ends on cap_document (ends_at);

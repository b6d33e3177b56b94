-- Drafts of alerts that came from other alerting services, for the people on duty.
create table alert_suggestion (
    id       text   not null primary key,
    content  text   not null, -- the draft
    original text   not null, -- where it comes from, and all it said
    state    text   not null,
    number   integer,         -- the alert it became a proposal for
    made_at  bigint not null
);

create index alert_suggestion_state on alert_suggestion (state);

-- How far each feed of another alerting service was read.
create table cap_feed (
    address  text    not null primary key,
    etag     text,
    modified text,
    read_at  bigint,
    due_at   bigint  not null, -- whoever takes it moves it on, so that one replica reads it
    failures integer not null
);

-- What came in: a row for each document, and one for each address that could not be read.
create table cap_import (
    id         text    not null primary key,
    feed       text    not null,
    address    text    not null,
    digest     text    not null, -- SHA-256 of the document; empty where none was read
    seen_at    bigint  not null,
    reason     text,             -- why it is refused; null where it was accepted
    place      text    not null, -- the element that is wrong
    sender     text,
    identifier text,
    sent_at    bigint,
    exercise   integer not null, -- 1: its sender calls it an exercise
    first_id   text,             -- the first one of the same matter
    suggestion text,             -- the draft it became
    unique (feed, address, digest)
);

create index cap_import_seen on cap_import (seen_at);
create index cap_import_first on cap_import (first_id);
-- A message is taken once, whoever offers it again.
create unique index cap_import_taken on cap_import (sender, identifier) where reason is null;

-- The earlier messages that one is about.
create table cap_import_about (
    id         text not null,
    sender     text not null,
    identifier text not null,
    primary key (id, sender, identifier)
);

create index cap_import_about_name on cap_import_about (sender, identifier);

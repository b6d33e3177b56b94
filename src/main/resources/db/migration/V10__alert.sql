-- Alerts: one row each, with the revision that counts now.
create table alert (
    number         integer not null primary key,
    revision       integer not null,
    state          text    not null,
    kind           text    not null,
    first_number   integer,          -- the alert that this one follows
    follow         text,             -- how it follows it
    override       integer not null, -- 1: sent by one person alone
    until_at       bigint  not null,
    recipients     integer not null,
    open           integer not null, -- 1: some of its rows are still to be attended to
    kept           integer not null, -- 1: its rows are still there
    approved_at    bigint,
    finished_at    bigint,
    clear_asked_at bigint
);

create index alert_by_open on alert (open);
create index alert_by_first on alert (first_number);

-- What was proposed and what was approved, never altered but for the approval.
create table alert_revision (
    number      integer not null,
    revision    integer not null,
    content     text    not null,
    said        text    not null, -- exactly what goes out
    hash        text    not null,
    proposed_by text    not null,
    proposed_at bigint  not null,
    approved_by text,
    approved_at bigint,
    primary key (number, revision)
);

-- The places whose followers an alert reaches, the most endangered first.
create table alert_place (
    number integer not null,
    place  text    not null,
    rank   integer not null,
    primary key (number, place)
);

-- One alert owed to one resident, and how far it got.
create table alert_delivery (
    number      integer not null,
    resident_id text    not null,
    rank        integer not null,
    state       integer not null, -- 0 waiting, 1 sent, 2 failed
    due_at      bigint  not null, -- whoever takes a row moves it on, so that a claim lapses
    tries       integer not null, -- how often it may have been sent
    edit        integer not null, -- 1: the message they have is to be changed in place
    message_id  text,
    holder      text,
    cause       text,
    primary key (number, resident_id)
) ${unordered};

create index alert_delivery_open on alert_delivery (number, rank, due_at) where state = 0;
create index alert_delivery_failed on alert_delivery (number, cause) where state = 2;

-- One alert owed to one public channel.
create table alert_post (
    number     integer not null,
    chat       text    not null,
    state      integer not null,
    due_at     bigint  not null,
    tries      integer not null,
    edit       integer not null,
    message_id text,
    cause      text,
    primary key (number, chat)
);

-- How many, and never who.
create table alert_tally (
    number  integer not null,
    outcome text    not null,
    people  integer not null,
    primary key (number, outcome)
);

-- The one handle that stops all sending, and when anybody was last at work.
create table alert_brake (
    id          integer not null primary key,
    frozen_by   text,
    frozen_at   bigint,
    released_by text,
    beat_at     bigint not null
);

insert into alert_brake (id, beat_at) values (1, 0);

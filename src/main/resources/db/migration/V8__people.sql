-- The people of the staff. A name is shown to staff only; passwords and codes are kept as hashes, what must be read
-- back (the second factor) is sealed.
create table volunteer (
    id        text    not null primary key,
    name      text    not null,
    name_key  text    not null unique,
    role      text    not null,
    language  text    not null,
    active    integer not null,
    person    text    not null,
    password  text    not null,
    totp      text    not null,
    totp_step bigint  not null,
    since_at  bigint  not null
);

-- Codes that stand in for the second factor, once each.
create table recovery_code (
    volunteer_id text not null references volunteer (id),
    hash         text not null,
    primary key (volunteer_id, hash)
) ${unordered};

-- Who is signed in. The browser holds the secret, here is only its hash.
create table staff_session (
    hash         text   not null primary key,
    id           text   not null unique,
    volunteer_id text   not null references volunteer (id),
    device       text   not null,
    since_at     bigint not null,
    seen_at      bigint not null,
    until_at     bigint not null
) ${unordered};

create index staff_session_of on staff_session (volunteer_id);

-- What shows that two accounts are one person: the same browser, the same Telegram account.
create table volunteer_trace (
    volunteer_id text   not null references volunteer (id),
    trace        text   not null,
    seen_at      bigint not null,
    primary key (volunteer_id, trace)
) ${unordered};

-- Links that let somebody in once: the first admin, an invitation, a new password, a new second factor.
create table invitation (
    hash         text   not null primary key,
    id           text   not null unique,
    kind         text   not null,
    name         text   not null,
    role         text   not null,
    language     text   not null,
    person       text   not null,
    volunteer_id text   not null,
    made_by      text   not null,
    from_at      bigint not null,
    until_at     bigint not null
) ${unordered};

-- Telegram accounts of the staff, sealed.
create table telegram_link (
    chat         text not null primary key,
    volunteer_id text not null unique references volunteer (id)
) ${unordered};

create table telegram_code (
    hash         text   not null primary key,
    volunteer_id text   not null unique references volunteer (id),
    until_at     bigint not null
) ${unordered};

-- The journal is only ever added to. Whoever may change tables can take this away again: the proof is the chain.
${journalGuard}

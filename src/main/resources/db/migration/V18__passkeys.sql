-- Passkeys: keys that live in somebody's telephone or computer and prove, beside the password, that it is them.
create table passkey (
    id           text   not null primary key,
    volunteer_id text   not null references volunteer (id),
    label        text   not null,
    public_key   text   not null,
    attestation  text   not null,
    since_at     bigint not null,
    used_at      bigint not null
) ${unordered};

create index passkey_of on passkey (volunteer_id);

-- Challenges that were answered, so that no answer opens the door twice.
create table passkey_answered (
    hash     text   not null primary key,
    until_at bigint not null
) ${unordered};

-- Someone who chose to be remembered. Days only, never times: when somebody wrote is nobody's business.
create table resident (
    id text not null primary key,
    chat text not null unique,
    language text not null,
    place text,
    created_day bigint not null,
    seen_day bigint not null
) ${unordered};

create index resident_by_place on resident (place);
create index resident_by_seen_day on resident (seen_day);

-- Who was told which update, so that a correction can follow.
create table receipt (
    resident_id text not null references resident (id) on delete cascade,
    update_id text not null,
    revision integer not null,
    until_hour bigint not null,
    primary key (resident_id, update_id)
) ${unordered};

create index receipt_by_update on receipt (update_id);
create index receipt_by_until_hour on receipt (until_hour);

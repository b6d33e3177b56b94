-- The areas whose alerts a resident wants; chosen is 0 for the area that came along with /place.
create table resident_area (
    resident_id text    not null references resident (id) on delete cascade,
    place       text    not null,
    chosen      integer not null,
    primary key (resident_id, place)
) ${unordered};

create index resident_area_by_place on resident_area (place);

-- The topics to which a resident narrows information, and whether they take part in exercises.
create table resident_topic (
    resident_id text not null references resident (id) on delete cascade,
    topic       text not null,
    primary key (resident_id, topic)
) ${unordered};

-- Quiet hours: minutes after midnight in the installation's zone.
alter table resident add column quiet_from integer;
alter table resident add column quiet_until integer;

insert into resident_area (resident_id, place, chosen)
select id, place, 0 from resident where place is not null;

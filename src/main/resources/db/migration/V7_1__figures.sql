-- How many questions were asked in an hour and how they ended: no place, no words, nobody.
create table answer_tally (
    hour bigint not null,
    kind text not null,
    topic text not null,
    language text not null,
    questions integer not null,
    primary key (hour, kind, topic, language)
);

-- How many hours open questions had waited when they were answered, by the day they were.
create table waiting_tally (
    day bigint not null,
    hours integer not null,
    questions integer not null,
    primary key (day, hours)
);

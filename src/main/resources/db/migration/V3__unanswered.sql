-- A question nobody could answer yet: masked, without who asked, its time rounded to the hour.
create table open_question (
    id text not null primary key,
    gist text not null unique,
    words text not null,
    language text not null,
    place text,
    topic text,
    reason text not null,
    asked integer not null,
    first_hour bigint not null,
    last_hour bigint not null
) ${unordered};

create index open_question_by_last_hour on open_question (last_hour);

-- Who wants to hear when it is known: sealed under a purpose of its own, so that it matches no other row of that chat.
create table tell_handle (
    question_id text not null references open_question (id) on delete cascade,
    chat text not null,
    until_hour bigint not null,
    primary key (question_id, chat)
) ${unordered};

create index tell_handle_by_chat on tell_handle (chat);
create index tell_handle_by_until_hour on tell_handle (until_hour);

-- How often an update was called useful or not, per day.
create table usefulness (
    update_id text not null,
    day bigint not null,
    useful integer not null,
    not_useful integer not null,
    primary key (update_id, day)
) ${unordered};

create index usefulness_by_day on usefulness (day);

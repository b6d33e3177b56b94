-- What of an update can be listed: narrow, so that lists and searches do not read what residents read.
create table update_card (
    update_id   text    not null primary key,
    topic       text    not null,
    status      text    not null,
    state       text    not null,
    replaced    integer not null,
    verified_at bigint  not null,
    expires_at  bigint  not null,
    changed_at  bigint  not null
);

create index update_card_changed on update_card (changed_at, update_id);
create index update_card_topic on update_card (topic, changed_at, update_id);
create index update_card_ends on update_card (state, replaced, expires_at, update_id);

-- Where each update applies.
create table update_place (
    place     text not null,
    update_id text not null,
    primary key (place, update_id)
);

create index update_place_update on update_place (update_id);

-- The stems of the words of each update.
create table update_word (
    word      text not null,
    update_id text not null,
    primary key (word, update_id)
);

create index update_word_update on update_word (update_id);

-- Which update says that it replaces which.
create table update_replaces (
    former_id text not null,
    update_id text not null,
    primary key (former_id, update_id)
);

create index update_replaces_update on update_replaces (update_id);

-- Which updates each revision of the knowledge touched, so that whoever follows reads only those.
create table update_change (
    revision  bigint not null,
    update_id text   not null,
    primary key (revision, update_id)
);

-- What was last taken from each file of the knowledge folder.
create table update_file (
    file      text not null primary key,
    update_id text not null,
    hash      text not null
);

insert into update_file (file, update_id, hash)
select source_file, id, hash
  from knowledge_update
 where source_file is not null and state <> 'WITHDRAWN';

alter table knowledge_update drop column source_file;

-- What somebody is writing, as it is now. Once published or given up it stays, to show who wrote what.
create table draft (
    id            text    not null primary key,
    update_id     text    not null,
    base_revision integer not null,
    origin        text    not null,
    version       integer not null,
    state         text    not null,
    content       text    not null,
    hash          text    not null,
    handed_in_by  text    not null,
    note          text    not null,
    live_at       bigint  not null,
    changed_by    text    not null,
    changed_at    bigint  not null
);

create index draft_update on draft (update_id, state);
create index draft_state on draft (state, changed_at);

-- Every change of a draft, never altered.
create table draft_version (
    draft_id   text    not null,
    version    integer not null,
    step       text    not null,
    content    text    not null,
    changed_by text    not null,
    changed_at bigint  not null,
    primary key (draft_id, version)
);

-- Who approved which version of a draft, by the hash of what they saw.
create table draft_approval (
    draft_id    text    not null,
    version     integer not null,
    approver    text    not null,
    hash        text    not null,
    approved_at bigint  not null,
    primary key (draft_id, version, approver)
);

-- Who of the staff helped to publish what needs a second person, in the last hour.
create table grave_step (
    person   text   not null,
    draft_id text   not null,
    taken_at bigint not null,
    primary key (person, draft_id)
);

-- Whether publishing what needs a second person is frozen: at most one row.
create table publishing_freeze (
    id          integer not null primary key,
    frozen_by   text    not null,
    frozen_at   bigint  not null,
    reason      text    not null,
    released_by text    not null
);

-- Which topics and areas a volunteer follows; an empty topic or place stands for all.
create table following (
    volunteer text not null,
    topic     text not null,
    place     text not null,
    primary key (volunteer, topic, place)
);

-- Of which revision of which update a follower was reminded.
create table reminded (
    volunteer   text    not null,
    update_id   text    not null,
    revision    integer not null,
    reminded_at bigint  not null,
    primary key (volunteer, update_id, revision)
);

-- What was taken from Telegram and is not answered yet; a row goes when its answer has been sent.
create table telegram_inbox (
    update_id   bigint  not null primary key, -- Telegram's number; the order of a chat
    chat        text    not null,             -- sealed: whose turn it is
    payload     text    not null,             -- sealed: the few fields an answer needs
    received_at bigint  not null,             -- epoch milliseconds
    due_at      bigint  not null,             -- epoch milliseconds; whoever takes a row moves it on, so that a claim lapses
    holder      text,                         -- the replica that took it last
    claims      integer not null,             -- how often it was taken
    failures    integer not null              -- how often handling it failed
);
create index telegram_inbox_chat on telegram_inbox (chat, update_id);
create index telegram_inbox_due on telegram_inbox (due_at, update_id);

-- Numbers already taken, so that a repeated update has one effect; kept 48 hours (Telegram repeats for 24).
create table telegram_seen (
    update_id bigint not null primary key,
    seen_at   bigint not null
);
create index telegram_seen_at on telegram_seen (seen_at);

-- Updates that could not be handled, for the operator; kept 72 hours, sealed as they were.
create table telegram_aside (
    update_id bigint not null primary key,
    chat      text   not null,
    payload   text   not null,
    reason    text   not null,
    aside_at  bigint not null
);

-- Chats that Telegram asked us to leave alone for a while (429).
create table telegram_pause (
    chat      text   not null primary key,
    until_at  bigint not null
);

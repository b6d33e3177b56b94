-- Alerts that somebody is still writing: nothing of them goes out.
create table alert_draft (
    id         text    not null primary key,
    version    integer not null,
    content    text    not null, -- what was typed, as far as it can be read
    changed_by text    not null,
    changed_at bigint  not null
);

-- Files that are gone from the knowledge folder while a person said that what they told stays.
alter table update_file add column kept integer not null default 0;

-- How far this database has followed what is remembered outside it, beside the key file: one row a file.
create table outside_mark (
    file     text   not null primary key,
    starts   bigint not null,
    erasures bigint not null
);

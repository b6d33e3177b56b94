-- A known text, closed: tells whether the key file at hand is the one this database was closed with.
create table seal_proof (
    id integer not null primary key,
    closed text not null
);

-- The stems of the words of each update, compared by their bytes and not by the rules of some language, and once only: the
-- rows are in the order they are asked for.
alter table update_word rename to update_word_before;

create table update_word (
    word      text ${byBytes} not null,
    update_id text            not null,
    primary key (word, update_id)
) ${unordered};

insert into update_word (word, update_id)
select word, update_id
  from update_word_before
 order by word, update_id;

drop table update_word_before;

create index update_word_update on update_word (update_id, word);

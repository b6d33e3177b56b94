-- Most updates are published: an index that begins with the state would pass for a narrow one. What stands and what has ended
-- is found by the end, what is out of the answers by its state.
drop index update_card_ends;

create index update_card_ends on update_card (expires_at, update_id) where state = 'PUBLISHED' and replaced = 0;
create index update_card_held on update_card (changed_at, update_id) where state = 'HELD';
create index update_card_withdrawn on update_card (changed_at, update_id) where state = 'WITHDRAWN';
create index update_card_replaced on update_card (changed_at, update_id) where replaced = 1;

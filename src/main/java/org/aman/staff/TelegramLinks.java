package org.aman.staff;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aman.database.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Telegram accounts of the staff: linked once, by a code that the console shows and the person sends to the bot. A chat
 * belongs to one account, an account has one chat. Chats come in as their joined text and are kept sealed; a chat that
 * tries to serve two accounts makes them one person.
 */
@Component
public class TelegramLinks {
    static final Duration CODE_LASTS = Duration.ofMinutes(10);

    private static final String PURPOSE = "volunteer chat";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Secrets secrets;
    private final Witness witness;
    private final Attempts attempts;

    TelegramLinks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Seal seal,
            Secrets secrets,
            Witness witness,
            Attempts attempts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seal = seal;
        this.secrets = secrets;
        this.witness = witness;
        this.attempts = attempts;
    }

    /** How linking ended. */
    public enum Linking {
        LINKED,
        /** No such code, or it is over. */
        NO_CODE,
        /** Too many wrong ones came from this chat: later again. */
        TOO_OFTEN,
        /** This chat is another account's: both are one person from now on, and nothing is linked. */
        ANOTHERS
    }

    /** A code that links a chat to this account within ten minutes, once; an earlier one no longer works. */
    public String newCode(Volunteer who) {
        String code = secrets.id();
        transaction.executeWithoutResult(status -> {
            forgetCode(who.id());
            jdbc.sql("insert into telegram_code (hash, volunteer_id, until_at) values (:hash, :volunteer, :until)")
                    .param("hash", Secrets.hash(code))
                    .param("volunteer", who.id().value())
                    .param("until", witness.millis() + CODE_LASTS.toMillis())
                    .update();
            witness.note(who.id(), "telegram-code-made");
        });
        return code;
    }

    /** @param chat channel and address joined, as {@code Chat.joined()} writes them */
    public Linking link(String code, String chat) {
        String lock = "telegram " + chat;
        if (!attempts.mayTry(lock)) {
            return Linking.TOO_OFTEN;
        }
        Linking linking = tryToLink(code, chat);
        if (linking == Linking.LINKED) {
            attempts.opened(lock);
        }
        return linking;
    }

    private Linking tryToLink(String code, String chat) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Volunteer.Id> owner = owner(code.strip());
            if (owner.isEmpty()) {
                return Linking.NO_CODE;
            }
            forgetCode(owner.get());
            List<String> closings = seal.closings(PURPOSE, chat);
            Optional<Volunteer.Id> other = linked(closings).filter(one -> !one.equals(owner.get()));
            witness.sawChat(owner.get(), closings);
            if (other.isPresent()) {
                return Linking.ANOTHERS;
            }
            remove(owner.get());
            jdbc.sql("insert into telegram_link (chat, volunteer_id) values (:chat, :volunteer)")
                    .param("chat", closings.getFirst())
                    .param("volunteer", owner.get().value())
                    .update();
            witness.note(owner.get(), "telegram-linked");
            return Linking.LINKED;
        }));
    }

    /** Whose chat this is, while they may come in. */
    public Optional<Volunteer> byChat(String chat) {
        return jdbc.sql("""
                select v.id, v.name, v.role, v.language, v.active, v.person
                  from telegram_link t join volunteer v on v.id = t.volunteer_id
                 where t.chat in (:closings) and v.active = 1
                """)
                .param("closings", seal.closings(PURPOSE, chat))
                .query(Volunteers::toVolunteer)
                .optional();
    }

    /** Everybody with a linked chat who may come in. */
    public List<Volunteer> linked() {
        return jdbc.sql("""
                select v.id, v.name, v.role, v.language, v.active, v.person
                  from telegram_link t join volunteer v on v.id = t.volunteer_id
                 where v.active = 1
                 order by v.id
                """).query(Volunteers::toVolunteer).list();
    }

    /** This person, where their chat is linked and they may come in. */
    public Optional<Volunteer> linked(Volunteer.Id id) {
        return jdbc.sql("""
                select v.id, v.name, v.role, v.language, v.active, v.person
                  from telegram_link t join volunteer v on v.id = t.volunteer_id
                 where t.volunteer_id = :id
                   and v.active = 1
                """).param("id", id.value()).query(Volunteers::toVolunteer).optional();
    }

    /** The chat of somebody who may come in, joined, to write to them. */
    public Optional<String> chatOf(Volunteer.Id id) {
        return jdbc.sql("""
                select t.chat
                  from telegram_link t join volunteer v on v.id = t.volunteer_id
                 where t.volunteer_id = :id and v.active = 1
                """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(chat -> seal.open(PURPOSE, chat));
    }

    public boolean isLinked(Volunteer who) {
        return chatOf(who.id()).isPresent();
    }

    public boolean unlink(Volunteer who) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean removed = remove(who.id());
            if (removed) {
                witness.note(who.id(), "telegram-unlinked");
            }
            return removed;
        }));
    }

    void sweep() {
        jdbc.sql("delete from telegram_code where until_at <= :now")
                .param("now", witness.millis())
                .update();
        jdbc.sql("delete from telegram_link where volunteer_id in (select id from volunteer where active = 0)")
                .update();
    }

    private Optional<Volunteer.Id> owner(String code) {
        return jdbc.sql("""
                select c.volunteer_id
                  from telegram_code c join volunteer v on v.id = c.volunteer_id
                 where c.hash = :hash and c.until_at > :now and v.active = 1
                """)
                .param("hash", Secrets.hash(code))
                .param("now", witness.millis())
                .query(String.class)
                .optional()
                .map(Volunteer.Id::new);
    }

    private Optional<Volunteer.Id> linked(List<String> closings) {
        return jdbc.sql("select volunteer_id from telegram_link where chat in (:closings)")
                .param("closings", closings)
                .query(String.class)
                .optional()
                .map(Volunteer.Id::new);
    }

    private void forgetCode(Volunteer.Id id) {
        jdbc.sql("delete from telegram_code where volunteer_id = :id")
                .param("id", id.value())
                .update();
    }

    private boolean remove(Volunteer.Id id) {
        return jdbc.sql("delete from telegram_link where volunteer_id = :id")
                .param("id", id.value())
                .update() == 1;
    }
}

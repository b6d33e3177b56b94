package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Chat;
import org.aman.message.Messenger.Lane;
import org.aman.message.Outcome;
import org.aman.message.Outcome.Delivered;
import org.aman.message.Outcome.Rejected;
import org.aman.message.Outcome.TryAgain;
import org.aman.message.Outcome.Unreachable;
import org.aman.message.Pin;
import org.aman.message.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each of Telegram's answers becomes its outcome, and nobody else waits for it. */
class TelegramMessengerTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    private final StandInBotApi telegram = new StandInBotApi();
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(database, telegram.url());
    }

    @AfterEach
    void close() {
        room.close();
        telegram.close();
    }

    @Test
    void whatArrivedIsDeliveredUnderItsNumberWhateverElseTelegramAnswers() {
        assertThat(send(7, "hello")).isEqualTo(new Delivered("1"));
        assertThat(send(8, "hello")).isEqualTo(new Delivered("2"));
    }

    @Test
    void whoeverBlockedUsIsUnreachableAndOthersAreUnaffectedF11() {
        telegram.blocks(7);

        assertThat(send(7, "hello")).isInstanceOf(Unreachable.class);
        assertThat(send(8, "hello")).isInstanceOf(Delivered.class);
    }

    @Test
    void aGroupThatMovedGetsItAtItsNewNumberF11() {
        telegram.moves(-5, -1005);

        assertThat(send(-5, "hello")).isInstanceOf(Delivered.class);
        assertThat(telegram.textsTo(-1005)).containsExactly("hello");
    }

    @Test
    void wordsGoOutPlainWhenTheMarkupIsRefusedF12() {
        telegram.refusesMarkup();

        assertThat(send(7, "<first>\nsecond")).isInstanceOf(Delivered.class);
        assertThat(telegram.textsTo(7)).containsExactly("<first>\nsecond");
        assertThat(room.meters.counter("aman.telegram.sent.plain").count()).isEqualTo(1);
    }

    @Test
    void buttonsThatAreRefusedGoAndTheWordsStayF12() {
        Reply reply = new Reply(Language.ENGLISH, "words", List.of(List.of(new Button("\0", "/now"))), List.of());

        assertThat(room.messenger.send(chat(7), reply, Lane.REPLY)).isInstanceOf(Delivered.class);
        assertThat(telegram.textsTo(7)).containsExactly("words");
    }

    @Test
    void aChatThatMustWaitWaitsAlsoAfterARestartAndNobodyElseDoesF8() {
        telegram.throttles(7, 600);

        assertThat(send(7, "hello")).isEqualTo(new TryAgain(Duration.ofSeconds(600)));
        assertThat(send(8, "hello")).isInstanceOf(Delivered.class);
        room.close();
        room = new Room(database, telegram.url());
        assertThat(send(7, "again")).isInstanceOfSatisfying(
                TryAgain.class, again -> assertThat(again.after()).isBetween(Duration.ofSeconds(500), Duration.ofSeconds(600)));
        assertThat(telegram.textsTo(7)).isEmpty();
        assertThat(database.dump()).doesNotContain("chat=7");
        room.standing.stopping();
    }

    @Test
    void whatIsInDoubtIsToBeTriedAgainLaterAndLaterF9() {
        telegram.badGateways(2);
        telegram.hangsUpAfterTaking(1);

        TryAgain first = (TryAgain) send(7, "one");
        TryAgain second = (TryAgain) send(8, "two");
        Outcome third = send(9, "three");

        assertThat(first.after()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(second.after()).isGreaterThan(first.after());
        assertThat(third).as("taken, then the line dropped").isInstanceOf(TryAgain.class);
        assertThat(telegram.textsTo(9)).as("the client must not repeat by itself").hasSize(1);
    }

    @Test
    void aRefusalNamesNoWordsOfTheMessage() {
        telegram.refusesMarkup();
        Outcome outcome = room.messenger.send(
                chat(7), new Reply(Language.ENGLISH, "", List.of(), List.of(new Pin(36, 36, " ", Language.ENGLISH))), Lane.REPLY);

        assertThat(outcome).isEqualTo(new Rejected("400 wrong venue"));
    }

    @Test
    void aLongReplyArrivesWholeAndInOrderWithItsPin() {
        String text = "First line.\n" + "A sentence. ".repeat(400);
        Reply reply = new Reply(
                Language.ENGLISH, text, List.of(), List.of(new Pin(35.9, 36.6, "Camp", Language.ENGLISH)));

        assertThat(room.messenger.send(chat(7), reply, Lane.REPLY)).isInstanceOf(Delivered.class);
        assertThat(telegram.textsTo(7)).hasSize(3).last().isEqualTo("venue Camp");
        assertThat(String.join(" ", telegram.textsTo(7).subList(0, 2))).isEqualTo(text.strip());
    }

    @Test
    void nothingToSayIsRefusedHereAlready() {
        assertThat(send(7, " \n ")).isEqualTo(new Rejected("nothing to say"));
    }

    private Outcome send(long chat, String text) {
        return room.messenger.send(chat(chat), Reply.of(Language.ENGLISH, text), Lane.REPLY);
    }

    private static Chat chat(long number) {
        return new Chat(Received.CHANNEL, Long.toString(number));
    }
}

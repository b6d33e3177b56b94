package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.aman.conversation.Incoming;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.telegram.Standing.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole room against a stand-in for Telegram, by long polling. */
class PollingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    private StandInBotApi telegram = new StandInBotApi();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void whatSomebodySaysIsAnsweredAndThenForgotten() {
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.says(7, "is the truce holding?");

            telegram.awaitSent(1);
            assertThat(telegram.textsTo(7)).containsExactly("heard is the truce holding?");
            telegram.await(() -> room.inbox.open() == 0 && telegram.unconfirmed() == 0, SOON);
        }
    }

    @Test
    void theMessagesOfOneChatAreAnsweredInOrderAndChatsGoSideBySide() {
        for (int i = 0; i < 3; i++) {
            for (long person = 1; person <= 20; person++) {
                telegram.says(person, "q" + i);
            }
        }
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.awaitSent(60);
            for (long person = 1; person <= 20; person++) {
                assertThat(telegram.textsTo(person)).containsExactly("heard q0", "heard q1", "heard q2");
            }
            assertThat(room.conversation.heard).hasSize(60);
        }
    }

    @Test
    void theServiceStartsWhileTelegramCannotBeReachedAndAnswersWhenItCan() {
        URI address = telegram.url();
        telegram.close();
        try (Room room = new Room(database, address).started()) {
            room.standing.unreachable("test");
            assertThat(room.standing.state()).isEqualTo(State.UNREACHABLE);

            telegram = new StandInBotApi(address.getPort());
            telegram.says(7, "hello");

            telegram.awaitSent(1);
            telegram.await(() -> room.standing.state() == State.ON, SOON);
            telegram.await(() -> room.standing.name().isPresent(), SOON);
        }
    }

    @Test
    void commandsAreRegisteredInBothLanguages() {
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.awaitCall("setMyCommands", request -> request.path("language_code").asText().equals("ar"));
            telegram.awaitCall("setMyCommands", request -> request.path("language_code").asText().equals("en"));
            assertThat(telegram.callsOf("setMyCommands").getFirst().has("language_code")).isFalse();
            assertThat(telegram.callsOf("setMyCommands").getFirst().path("commands")).hasSize(10);
            assertThat(room.standing.name()).contains(StandInBotApi.NAME);
        }
    }

    @Test
    void aButtonStopsSpinningAndItsCommandIsHeard() {
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.presses(7, "/in saraqib");

            telegram.awaitSent(1);
            assertThat(telegram.textsTo(7)).containsExactly("pressed /in saraqib");
            assertThat(telegram.callsOf("answerCallbackQuery").getFirst().path("callback_query_id").asText())
                    .isEqualTo("query7");
            assertThat(room.conversation.heard).hasSize(1);
        }
    }

    @Test
    void wordsAfterTheBotsNameInAnotherChatBringAVettedAnswerToShare() {
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.asksInline(7, "hudna");

            telegram.awaitCall("answerInlineQuery", request -> true);
            var result = telegram.callsOf("answerInlineQuery").getFirst().path("results").path(0);
            assertThat(result.path("title").asText()).isEqualTo("About hudna");
            assertThat(result.path("input_message_content").path("message_text").asText())
                    .isEqualTo("<b>Vetted:</b>\nhudna");
            assertThat(result.path("input_message_content").path("link_preview_options").path("is_disabled").asBoolean())
                    .isTrue();
            assertThat(room.conversation.heard).isEmpty();
        }
    }

    @Test
    void aTokenThatIsRefusedStopsEverythingAndKeepsTheQueueF13() {
        try (Room room = new Room(database, telegram.url())) {
            room.intake.take(List.of(message(7, "kept")));
            telegram.refusesToken();
            room.started();

            telegram.await(() -> room.standing.isRefused(), SOON);
            telegram.await(() -> !telegram.callsOf("getMe").isEmpty() || room.standing.isRefused(), SOON);
            assertThat(telegram.sent()).isEmpty();
            assertThat(room.inbox.open()).isEqualTo(1);
        }
    }

    @Test
    void anUpdateThatCannotBeHandledIsPutAsideAndItsChatGoesOn() {
        try (Room room = new Room(database, telegram.url())) {
            room.conversation.talk = incoming -> {
                if (incoming instanceof Incoming.Said said && said.text().equals("poison")) {
                    throw new IllegalStateException("poison");
                }
                return List.of(Reply.of(Language.ENGLISH, Echo.words(incoming)));
            };
            room.started();
            telegram.says(7, "poison");
            telegram.says(7, "after it");
            telegram.says(8, "elsewhere");

            telegram.awaitSent(2);
            assertThat(telegram.textsTo(7)).containsExactly("heard after it");
            assertThat(room.inbox.aside()).isEqualTo(1);
            assertThat(room.meters.counter("aman.telegram.failed").count()).isEqualTo(3);
        }
    }

    @Test
    void updatesOfKindsWeDoNotKnowBlockNobody() {
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.update("brand_new_kind", JsonNodeFactory.instance.objectNode().put("x", 1));
            telegram.update("message", JsonNodeFactory.instance.textNode("not even an object"));
            telegram.update("channel_post", StandInBotApi.from(-5, "channel", 9).put("text", "news"));
            telegram.says(7, "hello");

            telegram.awaitSent(1);
            telegram.await(() -> telegram.unconfirmed() == 0, SOON);
            assertThat(room.conversation.heard).hasSize(1);
        }
    }

    @Test
    void aBatchThatCannotBeKeptIsAskedForAgain() {
        try (Room room = new Room(database, telegram.url())) {
            database.jdbc().sql("alter table telegram_seen rename to telegram_gone").update();
            room.started();
            telegram.says(7, "hello");
            telegram.awaitCall("getUpdates", request -> true);
            telegram.await(() -> telegram.callsOf("getUpdates").size() >= 3, SOON);
            assertThat(telegram.unconfirmed()).isEqualTo(1);

            database.jdbc().sql("alter table telegram_gone rename to telegram_seen").update();

            telegram.awaitSent(1);
            assertThat(telegram.textsTo(7)).containsExactly("heard hello");
        }
    }

    @Test
    void whoeverBlocksUsIsForgottenF11() {
        telegram.blocks(7);
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.says(7, "hello");
            telegram.says(8, "hello");

            telegram.await(() -> room.conversation.heard.stream().anyMatch(Incoming.Left.class::isInstance), SOON);
            telegram.awaitSent(1);
            telegram.await(() -> room.inbox.open() == 0, SOON);
        }
    }

    @Test
    void pollsThatNeverComeBackAreBegunAnew() {
        telegram.leavesPollsUnanswered(true);
        telegram.says(7, "hello");
        try (Room room = new Room(database, telegram.url(), 1000, Duration.ofMillis(300)).started()) {
            telegram.await(() -> telegram.callsOf("getUpdates").size() >= 2, SOON);
            assertThat(room.conversation.heard).isEmpty();

            telegram.leavesPollsUnanswered(false);

            telegram.awaitSent(1);
            assertThat(telegram.textsTo(7)).containsExactly("heard hello");
        }
    }

    @Test
    void anotherPollerIsSaid() {
        try (Room room = new Room(database, telegram.url()).started();
                Room other = new Room(database, telegram.url()).started()) {
            telegram.await(
                    () -> room.standing.state() == State.ANOTHER_POLLER
                            || other.standing.state() == State.ANOTHER_POLLER,
                    SOON);
            assertThat(telegram.callsOf("getUpdates")).isNotEmpty();
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode message(long person, String text) {
        var update = JsonNodeFactory.instance.objectNode().put("update_id", 5);
        update.set("message", StandInBotApi.from(person, "private", person).put("text", text));
        return update;
    }
}

package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aman.database.FreshDatabase;
import org.aman.staff.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole service as a process of its own: Telegram's JSON in, calls to the stand-in server out. */
@Timeout(300)
class DutyProcessTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String CODE = "testcode23456789";
    private static final long RANA = 81_234_567;
    private static final long STRANGER = 82_345_678;

    private final StandInBotApi telegram = new StandInBotApi();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aForwardedMessageOfALinkedChatBecomesADraftAndItsButtonsAreForThatChatAloneA33() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "duty");
        try (RealProcess aman = new RealProcess(folder, telegram.url())) {
            await(aman, () -> !telegram.callsOf("getUpdates").isEmpty());
            FreshDatabase database =
                    FreshDatabase.beside("jdbc:sqlite:" + folder.resolve("aman.db"), folder.resolve("aman.key"));
            hasAnAccount(database);

            telegram.says(RANA, "/link " + CODE);
            await(aman, () -> telegram.textsTo(RANA).size() == 1);
            assertThat(telegram.textsTo(RANA).getFirst()).contains("linked to your account");

            telegram.update("message", forwarded());
            await(aman, () -> telegram.textsTo(RANA).size() == 3);
            assertThat(telegram.textsTo(RANA).getLast()).contains("What is it about?");
            List<String> values = buttons();
            assertThat(values)
                    .hasSizeGreaterThan(5)
                    .allMatch(value -> value.startsWith("/duty "))
                    .allMatch(value -> value.getBytes(StandardCharsets.UTF_8).length <= 64);
            String road = values.stream().filter(value -> value.endsWith("is road")).findFirst().orElseThrow();

            telegram.presses(STRANGER, road);
            await(aman, () -> !telegram.textsTo(STRANGER).isEmpty());
            assertThat(telegram.textsTo(STRANGER).getFirst()).contains("This button no longer works");
            aman.killAndStartAgain();
            telegram.presses(RANA, road);
            await(aman, () -> telegram.textsTo(RANA).size() == 4);
            assertThat(telegram.textsTo(RANA).getLast()).contains("How does it stand?");
            String draft = database.jdbc().sql("select content from draft").query(String.class).single();
            database.close();

            assertThat(draft).contains("The road is cut zumurruda", "Idlib News", "\"road\"");
            assertThat(aman.files()).doesNotContain("Canary", "canary", "8100200300", Long.toString(RANA));
            assertThat(aman.log()).doesNotContain("zumurruda", CODE, Long.toString(RANA));
        }
    }

    private static void hasAnAccount(FreshDatabase database) {
        database.jdbc().sql("""
                insert into volunteer (id, name, name_key, role, language, active, person, password, totp, totp_step, since_at)
                values ('rana', 'Rana', 'rana', 'EDITOR', 'en', 1, 'rana', 'none', 'none', 0, 0)
                """).update();
        database.jdbc()
                .sql("insert into telegram_code (hash, volunteer_id, until_at) values (:hash, 'rana', :until)")
                .param("hash", Secrets.hash(CODE))
                .param("until", Long.MAX_VALUE)
                .update();
    }

    private static ObjectNode forwarded() {
        ObjectNode message = StandInBotApi.from(RANA, "private", RANA);
        message.put("message_id", 2).put("date", 1_700_000_000).put("text", "The road is cut zumurruda.");
        ObjectNode origin = message.putObject("forward_origin").put("type", "channel").put("date", 1_699_999_000);
        origin.put("author_signature", "canary author");
        origin.putObject("chat").put("id", -8_100_200_300L).put("title", "Idlib News").put("username", "canary_news");
        return message;
    }

    /** What the buttons under the last message carry. */
    private List<String> buttons() {
        List<String> values = new ArrayList<>();
        JsonNode rows = telegram.callsOf("sendMessage").getLast().path("reply_markup").path("inline_keyboard");
        rows.forEach(row -> row.forEach(button -> values.add(button.path("callback_data").asText())));
        return values;
    }

    private void await(RealProcess aman, BooleanSupplier condition) {
        aman.await(telegram, LONG, condition);
    }
}

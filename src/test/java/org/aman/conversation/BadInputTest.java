package org.aman.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What nobody should send and somebody will: a clear sentence for it, never an exception. */
class BadInputTest {
    private static final int ROUNDS = 600;
    private static final List<String> PIECES = List.of(
            "سراقب", "الهدنة", "camp", "is", "وين", "hudna", "M4", "١٢", "12:30", "\u0000", "\uD83D", "\uDE00", "😀", "🆘",
            "\u0301", "\u064B", "\u202E", "\u2066", "\u200B", "\uFEFF", "<b>", "</script>", "' or 1=1 --", "*:*", "\"",
            "title:[* TO *]", "${x}", "{n, plural}", "%s", "\\", "\n", "\t", " ", "؟", "!", "/", "/start ", "/place ", "/in ",
            "/about ", "/useful ", "/forget", "/language ", "/nearest ", "/tell ", "saraqib", "area-saraqib", "ar", "yes",
            "list", "-", "\u0640\u0640\u0640", "ﷺ", "𝕳", "\uE000", "النجدة", "شكرا");

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    private House house;

    @BeforeEach
    void moveIn() {
        house = new House(Talk.someUpdates(), database);
    }

    @Test
    void a32_whatCannotBeReadGetsAPlainSentence() {
        for (String said : List.of("", " ", "😀😀", "\u0000", "\uD800", "\u202E\u2066", "\u0301".repeat(4000))) {
            assertThat(House.text(house.say(said))).startsWith("لم نجد كلمات في رسالتكم.");
        }
        assertThat(House.text(house.say("\u0301".repeat(5000)))).startsWith("رسالتكم طويلة.");
        assertThat(House.text(house.say("س".repeat(4097)))).startsWith("رسالتكم طويلة.");
        assertThat(house.isEmpty()).isTrue();
    }

    @Test
    void a33_aForgedButtonIsAnsweredThatItIsGoneAndLeavesNothing() {
        for (String forged : List.of("/tell guessed", "/tell ", "/useful guessed", "/notuseful guessed", "/about guessed", "/tell ' or 1=1 --")) {
            List<Reply> heard = house.conversation.hear(new Incoming.Pressed(house.chat(), "x-y-z", forged, false));
            assertThat(heard).as(forged).singleElement().satisfies(reply -> assertThat(reply.text()).isNotBlank());
        }
        assertThat(house.isEmpty()).isTrue();
    }

    /** To repeat a failure: {@code -Dbad-input.seed=} the seed it printed. */
    @Test
    void whateverIsSentIsAnsweredAndNothingBreaks() {
        long seed = Long.getLong("bad-input.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String said = anything(random);
            String where = "seed " + seed + " round " + round;
            boolean group = random.nextInt(5) == 0;
            assertThatCode(() -> {
                        List<Reply> heard = house.conversation.hear(
                                new Incoming.Said(house.chat(), random.nextBoolean() ? "en" : null, said, group));
                        checkAll(heard);
                        checkAll(house.conversation.hear(new Incoming.Pressed(house.chat(), "x-y-z", said, group)));
                        checkAll(List.of(house.conversation
                                .answer(Talk.asks(said, Language.ENGLISH, List.of(anything(random))))
                                .reply()));
                        house.conversation.suggest(said, Language.ARABIC);
                    })
                    .as(where)
                    .doesNotThrowAnyException();
        }
    }

    private static void checkAll(List<Reply> replies) {
        assertThat(replies).isNotEmpty();
        for (Reply reply : replies) {
            assertThat(reply.text()).isNotBlank().doesNotContain("\u0000", "\u202E", "<b>", "script", "{n");
            assertThat(reply.buttons().stream().flatMap(List::stream)).allSatisfy(BadInputTest::checkButton);
        }
    }

    private static void checkButton(Button button) {
        assertThat(button.label()).isNotBlank();
        assertThat(Button.fits(button.value())).isTrue();
    }

    private static String anything(Random random) {
        StringBuilder said = new StringBuilder();
        int pieces = random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            said.append(random.nextInt(60) == 0 ? piece.repeat(random.nextInt(900)) : piece);
            said.append(random.nextBoolean() ? " " : "");
        }
        return random.nextInt(10) == 0 ? said.reverse().toString() : said.toString();
    }
}

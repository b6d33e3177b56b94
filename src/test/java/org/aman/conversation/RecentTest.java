package org.aman.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.aman.message.Chat;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Chat CHAT = new Chat("telegram", "1");
    private final Hands clock = new Hands();
    private final Recent recent = new Recent(clock);

    @Test
    void onlyTheLastThreeQuestionsAreKept() {
        for (String words : new String[] {"a", "b", "c", "d"}) {
            recent.asked(CHAT, words);
        }
        assertThat(recent.questions(CHAT)).containsExactly("b", "c", "d");
    }

    @Test
    void theSameMessageTwiceIsOneQuestion() {
        recent.asked(CHAT, "a");
        recent.asked(CHAT, "a");
        assertThat(recent.questions(CHAT)).containsExactly("a");
    }

    @Test
    void questionsAreDroppedAfterHalfAnHour() {
        recent.asked(CHAT, "a");
        clock.advance(Recent.AGE.minusSeconds(1));
        assertThat(recent.questions(CHAT)).containsExactly("a");
        clock.advance(Duration.ofSeconds(1));
        assertThat(recent.questions(CHAT)).isEmpty();
        assertThat(recent.knows(CHAT)).isFalse();
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfChats() {
        for (int i = 0; i <= Recent.MOST_CHATS; i++) {
            recent.asked(new Chat("telegram", "chat " + i), "a");
        }
        assertThat(recent.knows(new Chat("telegram", "chat 0"))).isFalse();
        assertThat(recent.knows(new Chat("telegram", "chat 1"))).isTrue();
    }

    @Test
    void aForgottenChatIsForgotten() {
        recent.asked(CHAT, "a");
        recent.letGo(CHAT);
        assertThat(recent.questions(CHAT)).isEmpty();
    }

    /** A clock that a test moves. */
    static final class Hands extends Clock {
        private Instant now = Talk.NOW;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

package org.aman.conversation;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Isolated;

/** The same conversations where the machine speaks a language that folds and counts differently. */
@Isolated
class ConversationUnderOddLocalesTest {
    private static Locale before = Locale.ROOT;

    /** Taken down here and not when the class is made: by then the machine may speak otherwise already. */
    private static void speak(String tag) {
        before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
    }

    /** Would print Arabic-Indic digits. */
    @Nested
    class UnderEgyptianArabic extends ConversationTest {
        @BeforeAll
        static void begin() {
            speak("ar-EG");
        }

        @AfterAll
        static void end() {
            Locale.setDefault(before);
        }
    }

    /** Would fold I to a letter without a dot. */
    @Nested
    class UnderTurkish extends ConversationTest {
        @BeforeAll
        static void begin() {
            speak("tr");
        }

        @AfterAll
        static void end() {
            Locale.setDefault(before);
        }
    }
}

package org.aman.conversation;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The same conversations where the machine speaks a language that folds and counts differently. */
class ConversationUnderOddLocalesTest {
    private static final Locale BEFORE = Locale.getDefault();

    /** Would print Arabic-Indic digits. */
    @Nested
    class UnderEgyptianArabic extends ConversationTest {
        @BeforeAll
        static void speak() {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        }

        @AfterAll
        static void fallSilent() {
            Locale.setDefault(BEFORE);
        }
    }

    /** Would fold I to a letter without a dot. */
    @Nested
    class UnderTurkish extends ConversationTest {
        @BeforeAll
        static void speak() {
            Locale.setDefault(Locale.forLanguageTag("tr"));
        }

        @AfterAll
        static void fallSilent() {
            Locale.setDefault(BEFORE);
        }
    }
}

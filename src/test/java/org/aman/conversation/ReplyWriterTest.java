package org.aman.conversation;

import static org.aman.conversation.Talk.asks;
import static org.aman.conversation.Talk.shown;
import static org.aman.conversation.Talk.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aman.answer.Answer;
import org.aman.language.Language;
import org.aman.language.RightToLeft;
import org.junit.jupiter.api.Test;

class ReplyWriterTest {
    private final ReplyWriter writer = Talk.writer();

    @Test
    void aFoundAnswerSaysWhatWhoWhenUntilWhenAndWhatNext() {
        Answer found = new Answer.Found(
                understood(Language.ARABIC, "sarmada", "camp"),
                List.of(new Answer.Shown(Talk.camp(), 7.6)));

        String text = RightToLeft.unmarked(writer.reply(found, asks("وين اقرب مخيم لسرمدا"), Offers.NONE).text());

        assertThat(text).startsWith("القسم الجديد في مخيمات كللي يتسع لـ 120 عائلة");
        assertThat(text.lines().toList()).contains(
                "سؤالكم عن: سرمدا (ناحية الدانا).",
                "جنوب سرمدا، على بعد نحو 8 كم بخط مستقيم.",
                "حسب مصدرين: إدارة مخيمات كللي، منظمة إغاثية.",
                "آخر تحقق: الأحد 12 كانون الثاني، الساعة 17:35 بتوقيت دمشق (قبل 25 دقيقة).",
                "نعتمدها حتى الاثنين 13 كانون الثاني، الساعة 04:00. وقد يتغير الوضع قبل ذلك.");
        assertThat(text).endsWith("لا نستطيع أن نعدكم بمكان.");
    }

    @Test
    void anOutdatedAnswerSaysFirstThatItNoLongerStands() {
        Answer outdated = new Answer.Outdated(
                understood(Language.ENGLISH, "killi", "camp"), List.of(shown(Talk.camp())));

        String text = writer.reply(outdated, asks("room in killi?"), Offers.NONE).text();

        assertThat(text).startsWith("This information has not stood since Monday 13 January, 04:00.");
    }
}

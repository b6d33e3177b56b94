package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Pin;
import org.aman.message.Reply;
import org.aman.telegram.Rendering.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendVenue;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

@Isolated
class RenderingTest {
    @Test
    void theFirstLineIsBoldAndPreviewsAreOffP11() {
        SendMessage message = first(Reply.of(Language.ENGLISH, "The truce holds.\n\nhttps://example.org says so."));

        assertThat(message.getText()).isEqualTo("<b>The truce holds.</b>\n\nhttps://example.org says so.");
        assertThat(message.getParseMode()).isEqualTo("HTML");
        assertThat(message.getLinkPreviewOptions().getIsDisabled()).isTrue();
    }

    @Test
    void whateverSignsAreInATextItSaysExactlyThatA29() {
        String text = "<b>not bold</b> & <script>\n&lt; \"x\" </b> <a href='tg://user?id=1'>y</a>";
        SendMessage message = first(Reply.of(Language.ENGLISH, text));

        assertThat(BotApiHtml.plain(message.getText())).contains(text);
    }

    @Test
    void nulLoneSurrogatesAndControlSignsDoNotGoOutA32() {
        SendMessage message = first(Reply.of(Language.ENGLISH, "a\0b\uD83Dc\u001B[31m\uDE00d\r\ne \uD83D\uDE00"));

        assertThat(message.getText()).isEqualTo("<b>abc[31md</b>\ne \uD83D\uDE00");
    }

    @Test
    void theButtonsAreUnderTheLastTextAndThePinsFollow() {
        Reply reply = new Reply(
                Language.ENGLISH,
                "A sentence of many. ".repeat(300),
                List.of(List.of(new Button("Useful", "/useful u1")), List.of()),
                List.of(new Pin(35.93, 36.63, "Camp <1>", Language.ENGLISH)));

        List<Part> parts = Rendering.parts(reply);

        assertThat(parts).hasSize(3);
        assertThat(text(parts.get(0)).getReplyMarkup()).isNull();
        InlineKeyboardMarkup keyboard = (InlineKeyboardMarkup) text(parts.get(1)).getReplyMarkup();
        assertThat(keyboard.getKeyboard()).hasSize(1);
        assertThat(keyboard.getKeyboard().getFirst().getFirst().getCallbackData()).isEqualTo("/useful u1");
        assertThat(parts.get(2)).isInstanceOf(Part.Place.class);
    }

    @Test
    void aPinIsAVenueWithDigitsEveryAppReadsUnderAnyDefaultLocale() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            SendVenue venue = new Part.Place(new Pin(35.93, 36.63, "مخيم", Language.ARABIC)).message("7");

            assertThat(venue.getTitle()).isEqualTo("مخيم");
            assertThat(venue.getAddress()).isEqualTo("35.9300, 36.6300");
            assertThat(venue.getLatitude()).isEqualTo(35.93);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static SendMessage first(Reply reply) {
        return text(Rendering.parts(reply).getFirst());
    }

    private static SendMessage text(Part part) {
        return ((Part.Text) part).message("7", true);
    }
}

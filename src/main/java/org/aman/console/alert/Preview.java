package org.aman.console.alert;

import java.util.List;
import org.aman.console.Sheets;
import org.aman.language.Language;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Reply;

/**
 * An alert as a telephone shows it, made of the very reply that is sent.
 *
 * @param closed what is seen before it is opened: the first 140 signs
 * @param open the whole message
 */
record Preview(String code, String name, String dir, String closed, String open, List<String> buttons) {
    private static final int SHOWN_CLOSED = 140;

    static Preview of(Reply reply, Sheets sheets, Language reader) {
        Language language = reply.language();
        String plain = RightToLeft.unmarked(reply.text()).replace('\n', ' ');
        String closed = plain.length() > SHOWN_CLOSED ? plain.substring(0, SHOWN_CLOSED) + "…" : plain;
        return new Preview(
                language.code(),
                sheets.text("language." + language.code(), reader),
                language == Language.ARABIC ? "rtl" : "ltr",
                Sheets.readable(closed, language),
                reply.text(),
                reply.buttons().stream().flatMap(List::stream).map(Button::label).toList());
    }
}

package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Posters that lead telephones to the alerts of an area. */
@WholeConsole
class PostersTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ");
    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int EDGE = 4;

    private final ApplicationContext house;

    PostersTest(@Autowired ApplicationContext house) {
        this.house = house;
    }

    @Test
    void theCodeReadsAsTheDeepLinkOfTheAreaAndThePosterSpeaksBothLanguages() throws Exception {
        String page = StaffBrowser.of(house, Role.READER, Language.ARABIC)
                .get("/console/posters?place=%D8%B3%D8%B1%D8%A7%D9%82%D8%A8&bot=@aman_bot")
                .body();

        assertThat(read(page)).isEqualTo("https://t.me/aman_bot?start=area-saraqib");
        assertThat(page).contains("Alerts for Saraqib", "تنبيهات سراقب");
    }

    private static String read(String page) throws Exception {
        Matcher size = SIZE.matcher(page);
        assertThat(size.find()).isTrue();
        BitMatrix modules = new BitMatrix(Integer.parseInt(size.group(1)) - 2 * EDGE);
        Matcher module = MODULE.matcher(page);
        while (module.find()) {
            modules.set(Integer.parseInt(module.group(1)) - EDGE, Integer.parseInt(module.group(2)) - EDGE);
        }
        return new Decoder().decode(modules).getText();
    }

    @Test
    void aPlaceOrABotThatNobodyKnowsMakesNoPoster() throws Exception {
        StaffBrowser reader = StaffBrowser.of(house, Role.READER, Language.ENGLISH);

        assertThat(reader.get("/console/posters?place=the-moon&bot=aman_bot").body())
                .contains("We know no place of this name.")
                .doesNotContain("<svg");
        assertThat(reader.get("/console/posters?place=saraqib&bot=%22%3E%3Cscript%3E").body())
                .contains("A bot has a name of Latin letters, digits and _.")
                .doesNotContain("<svg", "<script>\"");
    }
}

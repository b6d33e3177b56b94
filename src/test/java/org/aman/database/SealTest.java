package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class SealTest {
    private final Keys keys = keys();
    private final Seal seal = new Seal(keys);

    @Test
    void whatWasClosedOpensAgain() {
        assertThat(seal.open("chat", seal.close("chat", "telegram:123456789"))).isEqualTo("telegram:123456789");
        assertThat(seal.openContent("inbox", seal.closeContent("inbox", "وين اقرب مخيم")))
                .isEqualTo("وين اقرب مخيم");
        assertThat(seal.openContent("inbox", seal.closeContent("inbox", ""))).isEmpty();
    }

    @Test
    void aNameClosesAlikeEachTimeAndContentNeverDoes() {
        assertThat(seal.close("chat", "123")).isEqualTo(seal.close("chat", "123"));
        assertThat(seal.close("chat", "123")).isNotEqualTo(seal.close("chat", "124"));
        assertThat(seal.closeContent("inbox", "123")).isNotEqualTo(seal.closeContent("inbox", "123"));
    }

    @Test
    void whatWasClosedForOnePurposeOpensForNoOther() {
        assertThat(seal.close("chat", "123")).isNotEqualTo(seal.close("handle", "123"));
        assertThatThrownBy(() -> seal.open("handle", seal.close("chat", "123")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.openContent("handle", seal.closeContent("chat", "123")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedTextIsPlainAscii() {
        assertThat(seal.close("chat", "مرحبا")).matches("[A-Za-z0-9_-]+");
        assertThat(seal.closeContent("chat", "مرحبا")).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aDamagedTextOrAnotherSealsTextIsRefusedWithoutSayingIt() {
        String closed = new Seal(keys()).close("chat", "123456789");

        assertThatThrownBy(() -> seal.open("chat", closed)).message().doesNotContain(closed, "123456789");
        assertThatThrownBy(() -> seal.open("chat", "not closed at all!")).message().doesNotContain("not closed");
        assertThatThrownBy(() -> seal.openContent("chat", "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void p19_rotationLosesNothing() throws GeneralSecurityException {
        String name = seal.close("chat", "123");
        String content = seal.closeContent("inbox", "words");
        Seal rotated = new Seal(keys.rotated().rotated());

        assertThat(rotated.open("chat", name)).isEqualTo("123");
        assertThat(rotated.openContent("inbox", content)).isEqualTo("words");
    }

    @Test
    void p19_afterARotationTheNewKeyClosesAndOldClosingsAreStillFound() throws GeneralSecurityException {
        String old = seal.close("chat", "123");
        Seal rotated = new Seal(keys.rotated());

        assertThat(rotated.close("chat", "123")).isNotEqualTo(old);
        assertThat(rotated.closings("chat", "123")).containsExactly(rotated.close("chat", "123"), old);
        assertThat(seal.closings("chat", "123")).containsExactly(old);
    }

    @Test
    void p19_aForgottenKeyOpensNothing() throws GeneralSecurityException {
        Keys rotated = keys.rotated();
        Seal newest = new Seal(rotated.newestOnly());

        assertThat(newest.open("chat", new Seal(rotated).close("chat", "123"))).isEqualTo("123");
        assertThatThrownBy(() -> newest.open("chat", seal.close("chat", "123")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void p19_theKeyIsNeverPrinted() throws GeneralSecurityException {
        assertThat(keys.toString() + seal).doesNotContain("value", keys.written().substring(0, 40));
    }

    private static Keys keys() {
        try {
            return Keys.random();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

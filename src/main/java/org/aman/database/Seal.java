package org.aman.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Closes what names a person before it is stored, and opens it again. What is closed for one purpose opens for that
 * purpose alone. Closed texts are plain ASCII. Safe for use by many threads.
 *
 * <p>After a rotation of the keys the newest closes and all of them open. A look-up by a closed text therefore asks for
 * {@link #closings}, so that what an older key closed is still found.
 */
public final class Seal {
    private final DeterministicAead names;
    private final Aead content;
    private final List<DeterministicAead> closers;

    Seal(Keys keys) {
        try {
            names = keys.names().getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
            content = keys.content().getPrimitive(RegistryConfiguration.get(), Aead.class);
            closers = closers(keys.names());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the seal do not fit its ciphers", e);
        }
    }

    private static List<DeterministicAead> closers(KeysetHandle keys) throws GeneralSecurityException {
        List<DeterministicAead> closers = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            KeysetHandle.Entry entry = keys.getAt(i);
            DeterministicAead closer =
                    Keys.single(entry).getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
            closers.add(entry.isPrimary() ? 0 : closers.size(), closer);
        }
        return List.copyOf(closers);
    }

    /** Closes a text that is looked up again: the same text for the same purpose closes alike until keys rotate. */
    public String close(String purpose, String text) {
        return close(names, purpose, text);
    }

    /** The text as each key would have closed it, the newest first: to look up what may have been closed long ago. */
    public List<String> closings(String purpose, String text) {
        return closers.stream().map(closer -> close(closer, purpose, text)).toList();
    }

    /** Whether older keys are still at hand, so that some texts may have been closed by them. */
    public boolean hasOldKeys() {
        return closers.size() > 1;
    }

    /**
     * Opens what {@link #close} closed.
     *
     * @throws IllegalStateException where it was closed for another purpose, by a key we do not have, or is damaged
     */
    public String open(String purpose, String sealed) {
        try {
            return new String(names.decryptDeterministically(bytes(sealed), purpose.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A closed " + purpose + " does not open: other keys, or damaged", e);
        }
    }

    /** Closes a text that is only read back: the same text never closes alike twice. */
    public String closeContent(String purpose, String text) {
        try {
            return text(content.encrypt(text.getBytes(UTF_8), purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Closing a " + purpose, e);
        }
    }

    /**
     * Opens what {@link #closeContent} closed.
     *
     * @throws IllegalStateException where it was closed for another purpose, by a key we do not have, or is damaged
     */
    public String openContent(String purpose, String sealed) {
        try {
            return new String(content.decrypt(bytes(sealed), purpose.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A closed " + purpose + " does not open: other keys, or damaged", e);
        }
    }

    private static String close(DeterministicAead closer, String purpose, String text) {
        try {
            return text(closer.encryptDeterministically(text.getBytes(UTF_8), purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Closing a " + purpose, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String sealed) {
        return Base64.getUrlDecoder().decode(sealed);
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "Seal[hidden]";
    }
}

package org.aman.database;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The keys of the seal, old ones included.
 *
 * @param names closes what is looked up again, such as chats: the same text always closes alike (AES-SIV)
 * @param content closes what is only read back: the same text never closes alike twice (AES-GCM)
 */
record Keys(KeysetHandle names, KeysetHandle content) {
    private static final String SEPARATOR = "\n";

    static {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The seal's ciphers are not available", e);
        }
    }

    /** New keys by chance. */
    static Keys random() throws GeneralSecurityException {
        return new Keys(
                KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV),
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    /** The same keys with new ones in front: the new ones close, all of them open. */
    Keys rotated() throws GeneralSecurityException {
        return new Keys(
                KeysetHandle.newBuilder(names)
                        .addEntry(KeysetHandle.generateEntryFromParameters(
                                        PredefinedDeterministicAeadParameters.AES256_SIV)
                                .withRandomId()
                                .makePrimary())
                        .build(),
                KeysetHandle.newBuilder(content)
                        .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()
                                .makePrimary())
                        .build());
    }

    /** Only the keys that close now; what older ones closed can no longer be opened. */
    Keys newestOnly() throws GeneralSecurityException {
        return new Keys(newestOf(names), newestOf(content));
    }

    private static KeysetHandle newestOf(KeysetHandle keys) throws GeneralSecurityException {
        return single(keys.getPrimary());
    }

    /** One entry as keys of its own, under the same number, so that it closes as it did among the others. */
    static KeysetHandle single(KeysetHandle.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .build();
    }

    /** As the key file holds them: one line of JSON each, names first. */
    String written() throws GeneralSecurityException {
        return line(names) + SEPARATOR + line(content) + SEPARATOR;
    }

    static Keys read(String written) throws GeneralSecurityException {
        String[] lines = written.strip().split(SEPARATOR, -1);
        if (lines.length != 2) {
            throw new GeneralSecurityException("A key file has two lines");
        }
        return new Keys(
                TinkJsonProtoKeysetFormat.parseKeyset(lines[0], InsecureSecretKeyAccess.get()),
                TinkJsonProtoKeysetFormat.parseKeyset(lines[1], InsecureSecretKeyAccess.get()));
    }

    private static String line(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                .replaceAll("\\s*\\R\\s*", "");
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "Keys[hidden]";
    }
}

package org.aman.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that signs what we publish: an EC key (P-256) in a file beside the seal's keys, made on the first start and
 * readable to its owner only. Whoever has it can speak in our name.
 */
public final class SigningKey {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key in the file, which is made where it is not there. */
    static SigningKey in(Path file) {
        Path whole = file.toAbsolutePath();
        try {
            if (!Files.exists(whole)) {
                make(whole);
            }
            if (OwnerOnly.isOpenToOthers(whole)) {
                throw new Refusal("The signing key " + whole + " can be read by others: run chmod 600 " + whole);
            }
            return new SigningKey(read(Files.readString(whole)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal("The signing key " + whole + " is damaged: put back a copy of it", e);
        } catch (IOException e) {
            throw new Refusal("The signing key " + whole + " can be neither read nor made by this account", e);
        }
    }

    public KeyPair pair() {
        return pair;
    }

    /** The public half, for those who check what we signed. */
    public String publicPem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    /** Where two processes start at once, both go on with the key of the quicker one. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        OwnerOnly.makeFolder(file.getParent());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair made = generator.generateKeyPair();
        Path fresh = Files.createTempFile(file.getParent(), ".signing", ".new", OwnerOnly.mode(file, "rw-------"));
        Files.writeString(
                fresh,
                pem("PRIVATE KEY", made.getPrivate().getEncoded()) + pem("PUBLIC KEY", made.getPublic().getEncoded()));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The quicker process's key stands.
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static KeyPair read(String text) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY"))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY"))));
    }

    private static byte[] block(String text, String name) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(name)) {
                return Base64.getMimeDecoder().decode(block.group(2).getBytes(US_ASCII));
            }
        }
        throw new GeneralSecurityException("No " + name);
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + name + "-----\n";
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}

package org.aman.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;

/**
 * The one file that holds the seal's keys. It is readable to its owner only, appears whole or not at all, and is never
 * inside the database: who steals the database alone learns no name.
 */
public final class KeyFile {
    private final Path file;

    public KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The keys in the file. */
    Keys read() {
        if (!exists()) {
            throw new Refusal("The key file " + file + " is not there");
        }
        try {
            if (OwnerOnly.isOpenToOthers(file)) {
                throw new Refusal("The key file " + file + " can be read by others: run chmod 600 " + file
                        + ", and rotate the key if others use this machine");
            }
            return Keys.read(Files.readString(file));
        } catch (GeneralSecurityException e) {
            throw new Refusal("The key file " + file + " is damaged: put back a copy of it", e);
        } catch (IOException e) {
            throw new Refusal("The key file " + file + " cannot be read by this account", e);
        }
    }

    /** Makes new keys; where two processes start at once, both go on with the keys of the quicker one. */
    void make() {
        try {
            OwnerOnly.makeFolder(file.getParent());
            Path whole = write(Keys.random());
            try {
                // A link, unlike a move, never replaces: whoever comes second keeps the first one's keys.
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                // The quicker process's keys stand.
            } catch (UnsupportedOperationException e) {
                Files.move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal("The key file " + file + " cannot be made: set aman.key-file to a place one can write", e);
        }
    }

    /**
     * Puts a new key in front. What older keys closed still opens and is found; what is closed from the next start on
     * is closed by the new one. Every replica needs the new file before any of them starts again with it.
     */
    public void rotate() {
        replace(keys -> keys.rotated());
    }

    /**
     * Forgets all keys but the newest. Only once the service has run for 72 hours with the newest: by then it has closed
     * residents anew, and whatever else the old ones closed has ended.
     */
    public void forgetOldKeys() {
        replace(keys -> keys.newestOnly());
    }

    /**
     * Destroys the keys and what lies beside them under their name, such as the key that signs alerts: nothing they closed
     * can ever be opened again, by anybody. What was written is overwritten first; a disk that moves what it writes, as
     * flash does, may keep the old bytes until it needs the room.
     *
     * @return false where there was no key file
     */
    public boolean destroy() {
        boolean there = exists();
        List.of("", ".signing", ".memory").forEach(ending -> destroy(file.resolveSibling(file.getFileName() + ending)));
        return there;
    }

    private static void destroy(Path one) {
        if (!Files.exists(one)) {
            return;
        }
        try {
            try (FileChannel channel = FileChannel.open(one, Set.of(StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.allocate((int) channel.size()));
                channel.force(true);
            }
            Files.delete(one);
        } catch (IOException e) {
            throw new UncheckedIOException("Destroying " + one, e);
        }
    }

    private void replace(Change change) {
        try {
            Files.move(
                    write(change.of(read())), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Replacing the keys in " + file, e);
        }
    }

    /** Writes the keys through to the disk under a name of their own beside the file. */
    private Path write(Keys keys) throws IOException, GeneralSecurityException {
        Path folder = file.getParent();
        Path whole = Files.createTempFile(
                folder == null ? Path.of(".") : folder, ".key", ".new", OwnerOnly.mode(file, "rw-------"));
        try (FileChannel channel = FileChannel.open(whole, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer bytes = ByteBuffer.wrap(keys.written().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return whole;
    }

    /** How keys become other keys. */
    private interface Change {
        Keys of(Keys keys) throws GeneralSecurityException;
    }

    @Override
    public String toString() {
        return "KeyFile[" + file + "]";
    }
}

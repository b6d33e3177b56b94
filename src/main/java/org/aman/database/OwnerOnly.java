package org.aman.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that only the account running the service may touch. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** Makes an empty file of mode 0600; one that exists already is left as it is. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, mode(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker, and made it the same way.
        }
    }

    /** Makes a folder of mode 0700 with all above it; one that exists already is left as it is. */
    static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, "rwx------"));
        }
    }

    /** Whether anybody but the owner may do anything with it; false where the file system knows no modes. */
    static boolean isOpenToOthers(Path file) throws IOException {
        if (!knowsModes(file)) {
            return false;
        }
        Set<PosixFilePermission> granted = EnumSet.copyOf(OTHERS);
        granted.retainAll(Files.getPosixFilePermissions(file));
        return !granted.isEmpty();
    }

    static FileAttribute<?>[] mode(Path file, String permissions) {
        return knowsModes(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

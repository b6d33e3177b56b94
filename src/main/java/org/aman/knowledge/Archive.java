package org.aman.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens an archive of files that somebody sent, in memory, and refuses whatever could harm or drown us. */
final class Archive {
    static final int MOST_FILES = 5_000;
    static final int MOST_BYTES_EACH = 200_000; // the largest update shipped has under 5 kB
    static final long MOST_BYTES = 50_000_000;

    private static final int LONGEST_SHOWN = 120;
    private static final int ENDING_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENDING = 0x06054b50;
    private static final int LISTED = 0x02014b50;
    private static final int LISTED_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int KIND_OF_FILE = 0170000;
    private static final int LINK = 0120000;

    private Archive() {}

    /** An archive that is not taken; its message is the key of the finding that says why. */
    static final class Refused extends Exception {
        private final String file;

        /** @param file because of which; empty for the archive as a whole */
        Refused(String key, String file) {
            super(key);
            this.file = file.replaceAll("[\\p{Cc}\\p{Cf}]", "?").substring(0, Math.min(file.length(), LONGEST_SHOWN));
        }

        Refused(String key) {
            this(key, "");
        }

        String file() {
            return file;
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    /** The {@code .yaml} files by name, in their order. */
    static Map<String, byte[]> files(byte[] zip) throws Refused {
        refuseLinks(ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            long bytes = 0;
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                refuseEscape(entry.getName());
                byte[] content = in.readNBytes(MOST_BYTES_EACH + 1);
                bytes += content.length;
                entries++;
                if (content.length > MOST_BYTES_EACH || bytes > MOST_BYTES || entries > MOST_FILES) {
                    throw new Refused("archive-too-large", entry.getName());
                }
                if (!entry.isDirectory() && entry.getName().endsWith(".yaml")
                        && files.put(entry.getName(), content) != null) {
                    throw new Refused("archive-broken", entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("archive-broken");
        }
        if (files.isEmpty()) {
            throw new Refused("archive-empty");
        }
        return files;
    }

    private static void refuseEscape(String name) throws Refused {
        boolean escapes = name.startsWith("/") || name.contains("\\") || name.contains(":") || name.indexOf(0) >= 0;
        for (String part : name.split("/", -1)) {
            escapes |= part.equals("..") || part.equals(".");
        }
        if (escapes || name.length() > 300) {
            throw new Refused("archive-escape", name);
        }
    }

    /** Only the list at the end of an archive tells which of its files are links. */
    private static void refuseLinks(ByteBuffer zip) throws Refused {
        int ending = ending(zip);
        int files = Short.toUnsignedInt(zip.getShort(ending + 10));
        long at = Integer.toUnsignedLong(zip.getInt(ending + 16));
        for (int i = 0; i < files; i++) {
            if (at + LISTED_LENGTH > ending || zip.getInt((int) at) != LISTED) {
                throw new Refused("archive-broken");
            }
            int here = (int) at;
            boolean unix = zip.get(here + 5) == UNIX;
            int kind = (zip.getInt(here + 38) >>> 16) & KIND_OF_FILE;
            if (unix && kind == LINK) {
                throw new Refused("archive-link");
            }
            at += LISTED_LENGTH
                    + Short.toUnsignedInt(zip.getShort(here + 28))
                    + Short.toUnsignedInt(zip.getShort(here + 30))
                    + Short.toUnsignedInt(zip.getShort(here + 32));
        }
    }

    private static int ending(ByteBuffer zip) throws Refused {
        int first = Math.max(0, zip.limit() - ENDING_LENGTH - LONGEST_COMMENT);
        for (int at = zip.limit() - ENDING_LENGTH; at >= first; at--) {
            if (zip.getInt(at) == ENDING) {
                return at;
            }
        }
        throw new Refused("archive-broken");
    }
}

package org.aman.knowledge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was last taken from each file of the knowledge folder. Changes stand within the caller's transaction. */
final class FileMarks {
    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;

    FileMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was last taken from a file, whatever became of it since.
     *
     * @param hash of the file's content
     * @param kept that the file is gone and a person said that what it told stays
     */
    record Mark(Update.Id id, String hash, boolean kept) {
        Mark(Update.Id id, String hash) {
            this(id, hash, false);
        }

        Mark without() {
            return new Mark(id, hash, true);
        }

        Mark back() {
            return new Mark(id, hash, false);
        }
    }

    /** All marks by file name, in the order of the names. */
    Map<String, Mark> all() {
        Map<String, Mark> marks = new LinkedHashMap<>();
        jdbc.sql("select file, update_id, hash, kept from update_file order by file").query(row -> {
            marks.put(
                    row.getString("file"),
                    new Mark(
                            new Update.Id(row.getString("update_id")),
                            row.getString("hash"),
                            row.getInt("kept") == 1));
        });
        return marks;
    }

    /** Keeps these by file name, each in place of the file's former mark. */
    void keep(Map<String, Mark> marks) {
        marks.entrySet().stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(this::keepSome);
    }

    private void keepSome(Collection<Map.Entry<String, Mark>> some) {
        List<Object[]> rows = some.stream()
                .map(entry -> new Object[] {
                    entry.getKey(),
                    entry.getValue().id().value(),
                    entry.getValue().hash(),
                    entry.getValue().kept() ? 1 : 0
                })
                .toList();
        jdbc.sql("""
                insert into update_file (file, update_id, hash, kept)
                values :rows
                on conflict (file) do update
                   set update_id = excluded.update_id, hash = excluded.hash, kept = excluded.kept
                """).param("rows", rows).update();
    }

    void remove(String file) {
        jdbc.sql("delete from update_file where file = :file").param("file", file).update();
    }
}

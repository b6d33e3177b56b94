package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes every published update as its file, those that ended or were replaced included. */
public class Export {
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;

    Export(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the files into a folder, which must be empty or not there.
     *
     * @param progress told how many are written
     * @return how many were written
     * @throws IllegalArgumentException where the folder holds something already
     */
    public int into(Path folder, IntConsumer progress) {
        try {
            Files.createDirectories(folder);
            if (isFilled(folder)) {
                throw new IllegalArgumentException(folder + " holds something already. Name an empty folder");
            }
            int written = 0;
            String last = "";
            for (List<Update> some = after(last); !some.isEmpty(); some = after(last)) {
                for (Update update : some) {
                    Files.writeString(folder.resolve(update.id() + ".yaml"), UpdateText.of(update));
                }
                written += some.size();
                last = some.getLast().id().value();
                progress.accept(written);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the updates to " + folder, e);
        }
    }

    private static boolean isFilled(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private List<Update> after(String id) {
        return jdbc.sql("""
                select content
                  from knowledge_update
                 where id > :id
                   and state = 'PUBLISHED'
                 order by id
                 limit :most
                """)
                .param("id", id)
                .param("most", AT_A_TIME)
                .query((row, number) -> Updates.read(row.getString("content")))
                .list();
    }
}

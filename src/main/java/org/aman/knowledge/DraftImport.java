package org.aman.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aman.staff.Volunteer;

/** Takes an archive of update files that a volunteer sends: what is without an error becomes drafts, nothing is published. */
public class DraftImport {
    private final KnowledgeFiles files;
    private final DraftDesk desk;

    DraftImport(KnowledgeFiles files, DraftDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    /** Reads an archive and changes nothing: all findings at once. An archive that is refused is one finding. */
    public KnowledgeFiles.Reading read(byte[] zip) {
        try {
            return files.read(Archive.files(zip));
        } catch (Archive.Refused refused) {
            return new KnowledgeFiles.Reading(
                    List.of(),
                    List.of(new Finding(
                            Finding.Severity.ERROR,
                            Path.of(refused.file()),
                            0,
                            "",
                            refused.key(),
                            Map.of("files", Archive.MOST_FILES, "kilobytes", Archive.MOST_BYTES_EACH / 1000))));
        }
    }

    /**
     * What became of an archive.
     *
     * @param rulings for each update without an error: the draft, or why there is none
     */
    public record Taken(List<Ruling> rulings, List<Finding> findings) {}

    /** Makes drafts of what is without an error; where an update is there already, of its change. */
    public Taken take(Volunteer by, byte[] zip) {
        KnowledgeFiles.Reading reading = read(zip);
        List<Ruling> rulings = new ArrayList<>();
        for (Update update : reading.updates()) {
            rulings.add(desk.startFromFile(by, update));
        }
        return new Taken(rulings, reading.findings());
    }
}

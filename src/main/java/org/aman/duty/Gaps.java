package org.aman.duty;

import java.util.List;
import java.util.Optional;
import org.aman.knowledge.DraftCheck;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Finds what a draft lacks, the first question first. */
@Component
final class Gaps {
    private final Topics topics;
    private final DraftCheck check;

    Gaps(Topics topics, DraftCheck check) {
        this.topics = topics;
        this.check = check;
    }

    /**
     * What to ask for next.
     *
     * @param objections to what stands there; empty where nothing does
     * @param mayBeLeft whether the draft may go on without it
     */
    record Gap(Field field, List<Finding> objections, boolean mayBeLeft) {
        static Gap missing(Field field) {
            return new Gap(field, List.of(), false);
        }
    }

    /** Everything that is wrong, for who wants to read all of it. */
    List<Finding> findings(Written written) {
        return check.check(written).findings();
    }

    /** The first gap; empty where nothing keeps the draft from review and nothing is worth asking. */
    Optional<Gap> first(Written written) {
        return missing(written)
                .map(Gap::missing)
                .or(() -> mistaken(written))
                .or(() -> untranslated(written).map(field -> new Gap(field, List.of(), true)));
    }

    /** What nobody has said yet. */
    private Optional<Field> missing(Written written) {
        Optional<Topic> topic =
                written.topic().isBlank() ? Optional.empty() : topics.topic(new Topic.Id(written.topic()));
        if (topic.isEmpty()) {
            return Optional.of(Field.TOPIC);
        }
        if (topic.get().status(written.status()).isEmpty()) {
            return Optional.of(Field.STATUS);
        }
        if (topic.get().located() && written.places().isEmpty()) {
            return Optional.of(Field.PLACES);
        }
        if (written.arabic().title().isBlank() && written.english().title().isBlank()) {
            return Optional.of(Field.title(own(written)));
        }
        if (written.confidence().isBlank() || written.verified().isBlank()) {
            return Optional.of(Field.SURE);
        }
        if (Filling.source(written).nameArabic().isBlank() && Filling.source(written).nameEnglish().isBlank()) {
            return Optional.of(Field.SOURCE);
        }
        if (Filling.source(written).kind().isBlank()) {
            return Optional.of(Field.KIND);
        }
        return written.expires().isBlank() && topic.get().lifetime() != null
                ? Optional.of(Field.UNTIL)
                : Optional.empty();
    }

    private Optional<Gap> mistaken(Written written) {
        List<Finding> errors = findings(written).stream().filter(Finding::isError).toList();
        return errors.stream()
                .flatMap(error -> Field.ofFinding(error.field(), own(written).other()).stream())
                .findFirst()
                .map(field -> new Gap(field, about(field, errors, written), false));
    }

    private static List<Finding> about(Field field, List<Finding> errors, Written written) {
        return errors.stream()
                .filter(error -> Field.ofFinding(error.field(), own(written).other()).filter(field::equals).isPresent())
                .toList();
    }

    private static Optional<Field> untranslated(Written written) {
        Language other = own(written).other();
        Written.Words words = other == Language.ARABIC ? written.arabic() : written.english();
        if (words.title().isBlank()) {
            return Optional.of(Field.title(other));
        }
        return words.text().isBlank() ? Optional.of(Field.text(other)) : Optional.empty();
    }

    /** The language it was begun in. */
    static Language own(Written written) {
        return written.arabic().text().isBlank() && !written.english().text().isBlank()
                ? Language.ENGLISH
                : Language.ARABIC;
    }
}

package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.answer.Considered;
import org.aman.answer.Question;
import org.aman.conversation.Wording;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one question and prints what residents would read, and why. */
@Command(name = "ask", description = "Ask one question of the knowledge folder.")
final class Ask implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WORDS", description = "The question.")
    private String words = "";

    @Option(names = "--language", description = "ar or en; otherwise that of the words.")
    private @Nullable String language;

    @Option(names = "--place", description = "The id of the place chosen as one's own.")
    private @Nullable String place;

    @Option(names = "--at", description = "The time of asking, with its offset; otherwise now.")
    private @Nullable OffsetDateTime at;

    @Option(names = "--knowledge", defaultValue = "knowledge", description = "The folder of updates.")
    private Path knowledge = Path.of("knowledge");

    @Option(names = "--config", defaultValue = "config", description = "The folder of places, topics and lexicon.")
    private Path config = Path.of("config");

    @Option(names = "--zone", defaultValue = "Asia/Damascus", description = "The time zone in which times are said.")
    private ZoneId zone = ZoneId.of("Asia/Damascus");

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Ask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Offline offline = Offline.over(config, knowledge, clock);
        Instant moment = at == null ? clock.instant() : at.toInstant();
        Place.Id own = place == null ? null : new Place.Id(place);
        if (own != null && offline.gazetteer().place(own).isEmpty()) {
            throw new IllegalArgumentException("There is no place " + place + " in places.yaml");
        }
        Language chosen = language == null
                ? null
                : Language.of(language).orElseThrow(() -> new IllegalArgumentException("--language is ar or en"));
        Question question = new Question(words, chosen, own, null, List.of(), null, null, moment);
        Considered considered = offline.answerer().consider(question);
        Wording wording = Wording.of(new Messages(), offline.gazetteer(), offline.topics(), zone);
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.println(considered.answer().kind());
        screen.println();
        screen.println(wording.reply(considered.answer(), question).text());
        screen.println();
        considered.answer().shown().forEach(shown -> screen.println("shown: " + shown.update().id()));
        screen.println("understood: " + considered.reading().explained());
        considered.candidates().stream().limit(5).forEach(one -> screen.println("weighed: " + one.explained()));
        screen.flush();
        return 0;
    }
}

package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.answer.Answerer;
import org.aman.answer.Candidate;
import org.aman.answer.Considered;
import org.aman.answer.Learned;
import org.aman.answer.Tone;
import org.aman.knowledge.Update;
import org.aman.search.PlainIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Asks a file of questions with known answers and prints how many came out right. */
@Command(name = "evaluate", description = "Ask questions with known answers and print the figures by variety and trap.")
final class Evaluate implements Callable<Integer> {
    @Option(names = "--knowledge", required = true, description = "The folder of updates.")
    private Path knowledge = Path.of("knowledge");

    @Option(names = "--questions", required = true, description = "The questions, one JSON object a line.")
    private Path questions = Path.of("questions.jsonl");

    @Option(names = "--at", description = "The time of asking, with its offset; otherwise now.")
    private @Nullable OffsetDateTime at;

    @Option(names = "--out", description = "Where to write one JSON line a question.")
    private @Nullable Path out;

    @Option(names = "--config", defaultValue = "config", description = "The folder of places, topics and lexicon.")
    private Path config = Path.of("config");

    @Option(names = "--explain", description = "Print what was understood and weighed for this question (or: wrong).")
    private @Nullable String explain;

    @Option(names = "--learned", description = "Decide by what stands in this folder, as learn writes it.")
    private @Nullable Path learned;

    @Option(names = "--baseline", description = "Ask plain Lucene too: its top hit always answers.")
    private boolean baseline;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Evaluate(Clock clock) {
        this.clock = clock;
    }

    /** One line of the output file. */
    record Line(String id, String kind, List<String> updates, List<String> candidates, long micros) {}

    @Override
    public Integer call() throws IOException {
        Offline offline = Offline.over(config, knowledge, clock);
        List<GoldQuestion> gold = GoldQuestion.read(questions);
        Instant moment = at == null ? clock.instant() : at.toInstant();
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try (Writer lines = out == null ? Writer.nullWriter() : Files.newBufferedWriter(out)) {
            screen.print(ours(offline, gold, moment, lines, screen).table());
        }
        if (baseline) {
            screen.println();
            screen.println("Plain Lucene, top hit always answered:");
            screen.print(plain(offline, gold).table());
        }
        screen.flush();
        return 0;
    }

    private Score ours(Offline offline, List<GoldQuestion> gold, Instant moment, Writer lines, PrintWriter screen)
            throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Learned its = learned == null ? Learned.shipped() : Learned.read(learned);
        Answerer answerer = offline.answerer(its);
        Score score = new Score();
        for (GoldQuestion question : gold) {
            long start = System.nanoTime();
            Considered considered = answerer.consider(question.asked(moment));
            long micros = (System.nanoTime() - start) / 1000;
            String kind = considered.answer().kind();
            List<Update.Id> shown = GoldQuestion.shown(considered.answer());
            boolean right = question.isRight(kind, shown);
            score.add(question, kind, right, question.isFalse(kind, shown), considered.best(10), micros);
            lines.write(json.writeValueAsString(new Line(
                            question.id(), kind, ids(shown), ids(considered.best(10)), micros))
                    + "\n");
            if (question.id().equals(explain) || "wrong".equals(explain) && !right) {
                explain(question, considered, its, screen);
            }
        }
        return score;
    }

    private static void explain(GoldQuestion question, Considered considered, Learned learned, PrintWriter screen) {
        screen.println(question.id() + " " + question.variety() + " " + question.text());
        screen.println("  wanted      " + question.kind() + " " + question.updates());
        screen.println("  answered    " + considered.answer().kind() + " " + GoldQuestion.shown(considered.answer()));
        screen.println("  understood  " + considered.reading().explained());
        screen.println("  urgent      " + Tone.urgent().explained(considered.reading()));
        screen.println("  courteous   " + Tone.courteous().explained(considered.reading()));
        screen.println("  vague       " + Tone.vague().explained(considered.reading()));
        screen.println("  sounds like " + learned.topics().explained(considered.reading()));
        screen.println("  places      " + considered.answer().understanding().places());
        for (Candidate candidate : considered.candidates().stream().limit(6).toList()) {
            screen.println("  weighed     " + candidate.explained());
        }
        considered.judged().forEach(judged -> {
            screen.println("  judged      " + judged.explained(learned.belief()));
            screen.println("  goes with   " + learned.affinity().explained(considered.terms(), judged.candidate().hit().card()));
            screen.println("  tells       " + learned.told().explained(considered.terms().keySet(), judged.candidate().hit().card()));
        });
    }

    private static Score plain(Offline offline, List<GoldQuestion> gold) {
        Score score = new Score();
        try (PlainIndex plain = new PlainIndex(offline.updates())) {
            for (GoldQuestion question : gold) {
                long start = System.nanoTime();
                List<Update.Id> hits = plain.search(question.text(), 10);
                long micros = (System.nanoTime() - start) / 1000;
                String kind = hits.isEmpty() ? "unknown" : "found";
                score.add(question, kind, question.isRight(kind, hits), question.isFalse(kind, hits), hits, micros);
            }
        }
        return score;
    }

    private static List<String> ids(List<Update.Id> ids) {
        return ids.stream().map(Update.Id::value).toList();
    }
}

package org.aman.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.knowledge.Update;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.message.Reply;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one question costs: the whole way to a worded reply, beside the plainest search of the same index. In several processes one after
 * the other: by what the compiler happens to inline and how the index happens to be merged, two of the same code differ by a third.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 2, time = 5)
@Fork(value = 4, jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
public class AnswerBench {
    /** Each thread walks the questions by itself. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        Question of(List<Question> questions) {
            next = next + 1 == questions.size() ? 0 : next + 1;
            return questions.get(next);
        }
    }

    /** Understanding, search, decision and wording. */
    @Benchmark
    public Reply wholeAnswer(Loaded house, Turn turn) {
        Question question = turn.of(house.questions);
        return house.wording.reply(house.answerer.answer(question), question);
    }

    /** The same by the door of every channel, which also counts and keeps on disk what it could not answer. */
    @Benchmark
    public Conversation.Answered answeredAndKept(Loaded house, Turn turn) {
        return house.conversation.answer(turn.of(house.questions));
    }

    /** The words of the question in titles, questions and texts, any of them, the ten best by BM25. */
    @Benchmark
    public TopDocs plainTopTen(Loaded house, Turn turn) {
        Query words = words(turn.of(house.questions).text());
        return house.index.with(searcher -> searcher.search(words, 10));
    }

    static Query words(String text) {
        Set<String> stems = new LinkedHashSet<>();
        Token.of(text).forEach(token -> stems.addAll(Terms.stems(token)));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String stem : stems) {
            query.add(new TermQuery(new Term("asks", stem)), Occur.SHOULD);
            query.add(new TermQuery(new Term("body", stem)), Occur.SHOULD);
        }
        return query.build();
    }

    /** One update published, from handing it to the index until a search finds it. */
    @Benchmark
    @Warmup(iterations = 2, time = 3)
    @Measurement(iterations = 2, time = 5)
    public Update publishToAnswerable(Loaded house) {
        Update update = house.knowledge.update(house.chance.nextInt(house.updates), house.chance);
        house.index.apply(List.of(update), List.of(), house.index.revision());
        return house.index.update(update.id()).orElseThrow();
    }
}

package org.aman.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aman.knowledge.Topic;
import org.aman.place.Place;

/** Decides which candidates answer. */
final class Decision {
    private static final Comparator<Judged> LIKELIEST_FIRST = Comparator.comparingDouble(Judged::likely).reversed();

    private static final int MOST = 3;

    /** So many of each kind are judged by their rank; of the others, so many by how well they go with what is asked. */
    private static final int NEWS_BY_RANK = 4;

    private static final int ADVICE_BY_RANK = 1;
    private static final int BY_AFFINITY = 2;

    private final Contenders contenders;
    private final List<Judged> judged;
    private final Comparator<Judged> order;
    private final List<Judged> answering;

    Decision(Contenders contenders, TopicWords words, Learned learned) {
        this.contenders = contenders;
        this.judged = judged(new Signs(contenders, words, learned.told().weighed(contenders.asked().terms().keySet())), learned);
        List<Judged> believed = judged.stream().filter(this::isBelieved).toList();
        // "Has the shelling stopped in Kafr Nabl": the truce all around comes after what is known of Kafr Nabl itself.
        boolean around = believed.stream().anyMatch(one -> one.candidate().isOfAreaAround());
        List<Judged> warnings = around ? judged.stream().filter(Decision::isWarning).toList() : List.of();
        // Where several answer only together, nobody knows which is meant: what is feared comes before what is hoped for.
        boolean sure = judged.stream().anyMatch(one -> one.likely() >= Thresholds.BELIEVED);
        this.order = Comparator.comparing((Judged one) -> !warnings.isEmpty() && one.candidate().isOfAreaAround())
                .thenComparing(one -> contenders.asked().pressed() && !one.candidate().current())
                .thenComparing(one -> sure || !isFeared(one))
                .thenComparing(this::isLessThanSureAdvice)
                .thenComparing(LIKELIEST_FIRST);
        this.answering = Stream.concat(warnings.stream(), believed.stream()).distinct().sorted(order).toList();
    }

    private static boolean isFeared(Judged one) {
        return one.candidate().hit().card().polarity() == Topic.Polarity.NO;
    }

    /** "Aftershocks finished?": what is known of today comes before advice that holds on any day, unless that is surely meant. */
    private boolean isLessThanSureAdvice(Judged one) {
        return one.isAdvice() && !contenders.asksPlace() && one.likely() < Thresholds.ADVICE_SURE;
    }

    private static boolean isWarning(Judged one) {
        return one.candidate().warns() && one.candidate().current() && one.likely() >= Thresholds.BESIDE_LIKELY;
    }

    /** The best candidates that neither place nor a newer update forbids, the best first. */
    List<Judged> judged() {
        return judged;
    }

    private List<Judged> judged(Signs signs, Learned learned) {
        List<Integer> ranks = new ArrayList<>();
        List<Candidate> possible = new ArrayList<>();
        for (int rank = 0; rank < contenders.all().size(); rank++) {
            if (isPossible(contenders.all().get(rank))) {
                ranks.add(rank);
                possible.add(contenders.all().get(rank));
            }
        }
        Affinities affinities = new Affinities(learned.affinity(), contenders.asked(), possible);
        List<Integer> near = near(possible, affinities);
        List<double[]> its = new ArrayList<>(near.size());
        for (int at : near) {
            its.add(signs.of(possible.get(at), ranks.get(at), affinities, at));
        }
        double[] likely = learned.belief().likely(its);
        List<Judged> all = new ArrayList<>(near.size());
        for (int i = 0; i < likely.length; i++) {
            all.add(new Judged(possible.get(near.get(i)), its.get(i), likely[i]));
        }
        return all;
    }

    /** Which of them are judged, by their order: the best of news and of advice, neither of which may crowd out the other. */
    private static List<Integer> near(List<Candidate> possible, Affinities affinities) {
        List<Integer> news = new ArrayList<>(possible.size());
        List<Integer> advice = new ArrayList<>(possible.size());
        for (int at = 0; at < possible.size(); at++) {
            (possible.get(at).isEverywhere() ? advice : news).add(at);
        }
        List<Integer> near = near(news, NEWS_BY_RANK, affinities);
        near.addAll(near(advice, ADVICE_BY_RANK, affinities));
        near.sort(Comparator.naturalOrder());
        return near;
    }

    /** Those of the first ranks, and of the others those that go best with what is asked. */
    private static List<Integer> near(List<Integer> ofKind, int byRank, Affinities affinities) {
        int first = Math.min(byRank, ofKind.size());
        List<Integer> others = ofKind.subList(first, ofKind.size());
        List<Integer> near = new ArrayList<>(ofKind.subList(0, first));
        others.sort(Comparator.comparingDouble(at -> -affinities.of(at)));
        near.addAll(others.subList(0, Math.min(BY_AFFINITY, others.size())));
        return near;
    }

    /**
     * Where no place is asked about, advice that is less than sure is offered by its title instead. Whoever pressed a topic is answered
     * by what is known of it there.
     */
    private boolean isBelieved(Judged one) {
        if (contenders.asked().pressed() && contenders.asksPlace() && contenders.asksTopicOf(one.candidate()) && !one.candidate().misses()) {
            return true;
        }
        if (one.isAdvice() && !contenders.asksPlace()) {
            return one.likely() >= Thresholds.ADVICE_BELIEVED && !isMatched(one);
        }
        if (isAskedFor(one) && (one.candidate().warns() && one.likely() >= Thresholds.WARNING_BELIEVED || isOneOfSeveral(one))) {
            return true;
        }
        return isAskedInItsWords(one.candidate()) || one.likely() >= leastBelieved(one.candidate());
    }

    /** "Zumurruda bidun ajniha": words that ask for no topic and no place known here, and that a volunteer noted with it. */
    private boolean isAskedInItsWords(Candidate one) {
        return contenders.asked().topics().isEmpty()
                && !contenders.asksPlace()
                && !one.misses()
                && one.shared() >= Thresholds.FEWEST_WORDS_NOTED
                && one.overlap().telling() >= Thresholds.ASKED_IN_ITS_WORDS
                && one.overlap().inQuestions() >= Thresholds.ASKED_IN_ITS_WORDS;
    }

    private static double leastBelieved(Candidate one) {
        if (one.misses()) {
            return Thresholds.BELIEVED_THOUGH_IT_MISSES;
        }
        boolean besideTheMatter = !one.isEverywhere() && one.topic() == 0 && one.concepts() == 0;
        return besideTheMatter ? Thresholds.BELIEVED_THOUGH_BESIDE : Thresholds.BELIEVED;
    }

    private boolean isAskedFor(Judged one) {
        return one.candidate().current() && contenders.asksPlace() && contenders.asksTopicOf(one.candidate()) && !one.candidate().misses();
    }

    /** "Which parts are shelled": of several updates of one topic and place each may be meant; that one of them is, is as likely as all together. */
    private boolean isOneOfSeveral(Judged one) {
        if (one.likely() < Thresholds.ONE_OF_SEVERAL) {
            return false;
        }
        double together = judged.stream()
                .filter(other -> other.candidate().current() && other.candidate().isOfSameTopicAndPlaces(one.candidate()))
                .mapToDouble(Judged::likely)
                .sum();
        return together >= Thresholds.SEVERAL_BELIEVED;
    }

    /**
     * "He was bitten": other advice shares just as much of the question and may be meant, though the words are more often said of this.
     */
    private boolean isMatched(Judged one) {
        return judged.stream()
                .anyMatch(other -> other != one
                        && other.isAdvice()
                        && other.candidate().current()
                        && other.likely() >= Thresholds.ADVICE_MATCHES
                        && other.candidate().shared() > 0
                        && other.candidate().coverage() == one.candidate().coverage());
    }

    /** Never the opposite, never elsewhere, whatever the signs say. */
    private boolean isPossible(Candidate one) {
        boolean elsewhere = contenders.asksPlace() && !one.isEverywhere() && one.place() < Thresholds.PLACE_MET;
        return !one.ruledOut() && !elsewhere;
    }

    /** Advice that may be what is asked, but not surely enough to answer with: to ask back which is meant. */
    List<Candidate> adviceToAsk() {
        List<Judged> possible = judged.stream()
                .filter(one -> one.isAdvice()
                        && !contenders.asksPlace()
                        && one.candidate().shared() > 0
                        && one.candidate().current()
                        && one.likely() >= Thresholds.ADVICE_POSSIBLE)
                .sorted(LIKELIEST_FIRST)
                .limit(MOST)
                .toList();
        boolean asks = !possible.isEmpty() && possible.getFirst().likely() >= Thresholds.ADVICE_ASKED_BACK;
        return asks ? possible.stream().map(Judged::candidate).toList() : List.of();
    }

    /** The current updates that answer, the likeliest first; empty where none does, or where an expired one is likelier. */
    List<Candidate> current() {
        if (answering.isEmpty() || !answering.getFirst().candidate().current()) {
            return List.of();
        }
        Candidate first = answering.getFirst().candidate();
        return judged.stream()
                .filter(one -> one.candidate() == first || isBeside(one, first))
                .sorted(order)
                .limit(MOST)
                .map(Judged::candidate)
                .toList();
    }

    private static boolean isBeside(Judged one, Candidate first) {
        return one.candidate().current()
                && one.likely() >= Thresholds.BESIDE_LIKELY
                && one.candidate().score() >= first.score() * Thresholds.BESIDE;
    }

    /** The expired update that would have answered, where none in force is likelier. */
    List<Candidate> expired() {
        return answering.stream().limit(1).map(Judged::candidate).filter(one -> !one.current()).toList();
    }

    /** Whether something of the topic asked about is known, only not where. */
    boolean isVague() {
        return contenders.all().stream()
                .anyMatch(candidate -> candidate.competes() && !candidate.isEverywhere() && candidate.topic() >= 0.5 && contenders.asksTopicOf(candidate));
    }

    /** Places to offer when asking where: those of the best candidates. */
    List<Place.Id> placesToAsk(int most) {
        Set<Place.Id> places = new LinkedHashSet<>();
        for (Candidate candidate : contenders.all()) {
            if (candidate.current() && candidate.topic() >= 0.5) {
                candidate.hit().card().places().stream().findFirst().ifPresent(places::add);
            }
        }
        return new ArrayList<>(places).subList(0, Math.min(most, places.size()));
    }
}

package org.aman.knowledge;

import java.text.BreakIterator;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.aman.language.Bilingual;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.aman.language.Phrasing;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Reads an update as a careful second person would: wording, both languages in step, nothing hidden. The rules are those
 * of "Wording" and of the privacy promises; errors keep it from being published, advice does not.
 */
final class Vetting {
    private static final int MOST_SENTENCES = 6;
    private static final int LONGEST_TEXT = 900; // what a phone shows without scrolling twice

    /** What a file may carry with advice alone, because it was written by others or long ago, and nobody may write now. */
    private static final Set<String> STRICT = Set.of(
            "numbers-differ", "never-safe", "location-too-exact", "location-without-permission", "convoy-time",
            "contested-without-sides", "look-alike-letters", "has-ended", "checked-in-the-future");

    /** LANGUAGE.md, wording rules 11 and 12: neutral names, nobody is calmed without reason. */
    private static final Pattern LABEL = Pattern.compile(
            "\\b(terrorists?|mercenar(?:y|ies)|militias?|martyrs?|liberat(?:ed|ion)|don't worry|no need to worry)\\b"
                    + "|إرهابي|ارهابي|مرتزقة|ميليشيا|ميليشيات|شهيد|شهداء|(?<!\\p{L})تحرير|احتلال|لا داعي للقلق|اطمئنوا"
                    + "|نزوح طوعي|إصابات طفيفة",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONVOY = Pattern.compile("\\bconvoys?\\b|(?<!\\p{L})(?:ال)?(?:قافلة|قوافل|رتل|أرتال)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOUR = Pattern.compile("\\b\\d{1,2}:\\d{2}\\b");

    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d[\\d\\s-]{7,}\\d");
    /** A word of two scripts, but for an Arabic particle written onto a Latin name: "and the M4". */
    private static final Pattern MIXED_WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + Letters.PARTICLE
            + "?+(?=[\\p{L}\\p{M}\\p{N}]*\\p{IsArabic})(?=[\\p{L}\\p{M}\\p{N}]*[a-zA-Z\\p{IsCyrillic}])[\\p{L}\\p{M}\\p{N}]+");

    private final Clock clock;
    private final Letters letters = new Letters();
    private final Gazetteer gazetteer;

    Vetting(Clock clock, Gazetteer gazetteer) {
        this.clock = clock;
        this.gazetteer = gazetteer;
    }

    /** Everything to object to in an update that could be read. */
    void vet(Update update, Findings findings) {
        words(update.title(), "title", findings);
        words(update.text(), "text", findings);
        inStep(update.title(), "title", findings);
        inStep(update.text(), "text", findings);
        for (Language language : update.text().missing()) {
            findings.advice("text", "language-missing", Map.of("language", language.code()));
        }
        times(update, findings);
        location(update, findings);
        for (int i = 0; i < update.sources().size(); i++) {
            source(update, update.sources().get(i), "sources." + i, findings);
        }
        if (update.confidence() == Update.Confidence.CONTESTED
                && update.sources().stream().filter(source -> source.says() != null).count() < 2) {
            findings.advice("sources", "contested-without-sides");
        }
    }

    /** As {@link #vet}, for what people write now: some of what a file is advised about keeps a draft from going live. */
    void vetDraft(Update update, Findings findings) {
        vet(update, findings.stricter(STRICT));
    }

    private void times(Update update, Findings findings) {
        if (update.verified().isAfter(clock.instant())) {
            findings.advice("verified", "checked-in-the-future");
        }
        if (!update.isCurrentAt(clock.instant())) {
            findings.advice("expires", "has-ended");
        }
    }

    private void source(Update update, Source source, String field, Findings findings) {
        if (source.at().isAfter(update.verified())) {
            findings.advice(field + ".at", "source-after-check");
        }
        if (source.url() != null && Phrasing.hasShortenedLink(source.url().toString())) {
            findings.error(field + ".url", "shortened-link");
        }
        name(source.name(), field + ".name", findings);
        if (source.says() != null) {
            name(source.says(), field + ".says", findings);
        }
    }

    private void name(Bilingual name, String field, Findings findings) {
        hidden(name, field, findings);
        for (Language language : Language.values()) {
            name.in(language).ifPresent(text -> {
                if (Phrasing.hasMarkup(text)) {
                    findings.error(field + "." + language.code(), "markup");
                }
                letters.lookAlike(text)
                        .ifPresent(word -> findings.advice(
                                field + "." + language.code(), "look-alike-letters", Map.of("word", word)));
            });
        }
    }

    /** A position that leads strangers to the door of a shelter or hospital needs its people's permission. */
    private static void location(Update update, Findings findings) {
        boolean sensitive = Set.of("medical", "camp").contains(update.topic().value());
        if (sensitive && update.location() != null) {
            if (update.sources().stream().noneMatch(Source::permitsPosition)) {
                findings.advice("location", "location-without-permission");
            }
            boolean exact = isExact(update.location().latitude()) || isExact(update.location().longitude());
            if (exact) {
                findings.advice("location", "location-too-exact");
            }
        }
    }

    private static boolean isExact(double degrees) {
        return Math.abs(degrees * 1000 - Math.rint(degrees * 1000)) > 1e-6;
    }

    private void words(Bilingual words, String field, Findings findings) {
        hidden(words, field, findings);
        for (Language language : Language.values()) {
            words.in(language).ifPresent(text -> wording(text, language, field + "." + language.code(), findings));
        }
    }

    private void wording(String text, Language language, String field, Findings findings) {
        if (Phrasing.hasMarkup(text)) {
            findings.error(field, "markup");
        }
        if (TELEPHONE.matcher(Folding.fold(text)).find()) {
            findings.error(field, "telephone-number");
        }
        if (Phrasing.hasShortenedLink(text)) {
            findings.error(field, "shortened-link");
        }
        if (MIXED_WORD.matcher(text).find()) {
            findings.error(field, "mixed-letters");
        }
        letters.lookAlike(text).ifPresent(word ->
                findings.advice(field, "look-alike-letters", Map.of("word", word)));
        if (Phrasing.promisesSafety(text)) {
            findings.advice(field, "never-safe");
        }
        if (Phrasing.countsFromNow(text)) {
            findings.advice(field, "relative-time");
        }
        if (LABEL.matcher(text).find()) {
            findings.advice(field, "label");
        }
        if (CONVOY.matcher(text).find() && HOUR.matcher(Folding.fold(text)).find()) {
            findings.advice(field, "convoy-time");
        }
        if (text.contains("!")) {
            findings.advice(field, "exclamation-mark");
        }
        if (text.length() > LONGEST_TEXT) {
            findings.advice(field, "too-long", Map.of("most", LONGEST_TEXT));
        }
        if (sentences(text, language) > MOST_SENTENCES) {
            findings.advice(field, "too-many-sentences", Map.of("most", MOST_SENTENCES));
        }
    }

    private static int sentences(String text, Language language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(
                language == Language.ARABIC ? Locale.forLanguageTag("ar") : Locale.ENGLISH);
        breaks.setText(text);
        int sentences = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            sentences += text.substring(start, end).isBlank() ? 0 : 1;
        }
        return sentences;
    }

    private static void hidden(Bilingual words, String field, Findings findings) {
        for (Language language : Language.values()) {
            words.in(language).ifPresent(text -> hidden(text, field + "." + language.code(), findings));
        }
    }

    private static void hidden(String text, String field, Findings findings) {
        Phrasing.hiddenSign(text).ifPresent(sign -> findings.error(
                field, "hidden-characters", Map.of("code", String.format(Locale.ROOT, "U+%04X", sign))));
    }

    /** Numbers, times, dates and places must be the same in both languages, or one of them misleads. */
    private void inStep(Bilingual words, String field, Findings findings) {
        @Nullable String arabic = words.arabic();
        @Nullable String english = words.english();
        if (arabic == null || english == null) {
            return;
        }
        Set<String> here = new TreeSet<>(Phrasing.numbers(arabic));
        Set<String> there = new TreeSet<>(Phrasing.numbers(english));
        if (!here.equals(there)) {
            Set<String> odd = new TreeSet<>(here);
            odd.addAll(there);
            Set<String> both = new TreeSet<>(here);
            both.retainAll(there);
            odd.removeAll(both);
            findings.advice(field, "numbers-differ", Map.of("numbers", String.join(", ", odd)));
        }
        placesInStep(arabic, english, field, findings);
    }

    /** Names that may be mistyped are guessed, which costs much, only where the plain ones differ. */
    private void placesInStep(String arabic, String english, String field, Findings findings) {
        if (odd(arabic, english, true).isEmpty()) {
            return;
        }
        Set<String> odd = odd(arabic, english, false);
        if (!odd.isEmpty()) {
            findings.advice(field, "places-differ", Map.of("places", String.join(", ", odd)));
        }
    }

    private Set<String> odd(String arabic, String english, boolean plain) {
        List<Mention> here = gazetteer.mentions(Token.of(arabic), false, word -> plain);
        List<Mention> there = gazetteer.mentions(Token.of(english), true, word -> plain);
        Set<String> odd = new TreeSet<>(unmatched(here, there));
        odd.addAll(unmatched(there, here));
        return odd;
    }

    /** A name may mean several places: only one that the other language cannot mean counts. */
    private Set<String> unmatched(List<Mention> mentions, List<Mention> others) {
        Set<Place.Id> there = new HashSet<>();
        for (Mention mention : others) {
            mention.places().forEach(id -> {
                there.add(id);
                there.addAll(gazetteer.namesakes(id));
            });
        }
        Set<String> odd = new TreeSet<>();
        for (Mention mention : mentions) {
            boolean sure = mention.certainty() == Mention.Certainty.EXACT && !mention.isAmbiguous();
            if (sure && Collections.disjoint(mention.places(), there)) {
                mention.places().forEach(id -> odd.add(id.value()));
            }
        }
        return odd;
    }
}

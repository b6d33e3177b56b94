package org.aman.console.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aman.alert.Estimate;
import org.aman.alert.Progress;
import org.aman.console.Sheets;
import org.aman.language.Language;

/**
 * How far the sending of an alert is, as the page shows it: small numbers of people are told as such only (P13).
 *
 * @param percent of those it is owed to, as far as it may be told
 */
record Glance(
        String number, String state, String stateSaid, int percent, String percentSaid, List<Reach.Figure> figures,
        List<Failure> failures, boolean underWay, boolean paused) {

    /** Those who did not get it for one cause; {@code cause} is how the sender calls it. */
    record Failure(String cause, String said, String people, boolean again) {}

    static Glance of(Progress progress, Reach reach, Sheets sheets, Language language) {
        int total = progress.total();
        int done = total - progress.waiting();
        int percent = total == 0 ? 100 : Estimate.isTold(total) ? (int) (100L * done / total) : done < total ? 0 : 100;
        return new Glance(
                progress.number().toString(),
                AlertRows.badge(progress.state()),
                sheets.text("alert-state." + AlertRows.word(progress.state()), language),
                percent,
                sheets.say("alert-percent", language, Map.of("n", percent)),
                figures(progress, reach, sheets, language),
                failures(progress, sheets, language),
                progress.state().isUnderWay(),
                progress.state() == org.aman.alert.AlertState.PAUSED);
    }

    private static List<Reach.Figure> figures(Progress progress, Reach reach, Sheets sheets, Language language) {
        List<Reach.Figure> figures = new ArrayList<>();
        add(figures, "alert-owed", Estimate.said(progress.total()), sheets, language);
        add(figures, "alert-sent", Estimate.said(progress.sent()), sheets, language);
        add(figures, "alert-waiting", Estimate.said(progress.waiting()), sheets, language);
        add(figures, "alert-failed", Estimate.said(sum(progress.failed())), sheets, language);
        progress.gone().forEach((how, people) ->
                add(figures, "alert-gone." + AlertRows.word(how), Estimate.said(people), sheets, language));
        if (progress.channels() > 0) {
            add(figures, "alert-channels", progress.channelsSent() + " / " + progress.channels(), sheets, language);
        }
        if (progress.state().isUnderWay()) {
            String rate = String.format(Locale.ROOT, "%.1f", progress.perSecond());
            add(figures, "alert-rate", sheets.say("alert-a-second", language, Map.of("rate", rate)), sheets, language);
            var left = progress.left();
            add(figures, "alert-left", left == null ? "–" : reach.length(left, language), sheets, language);
        }
        return figures;
    }

    private static void add(List<Reach.Figure> figures, String key, String value, Sheets sheets, Language language) {
        figures.add(new Reach.Figure(sheets.text(key, language), value));
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Failure> failures(Progress progress, Sheets sheets, Language language) {
        Map<String, String> texts = sheets.texts(language);
        boolean mayGoOn = progress.state().isUnderWay() || progress.state() == org.aman.alert.AlertState.SENT;
        return progress.failed().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(cause -> new Failure(
                        cause.getKey(),
                        texts.getOrDefault("alert-cause." + cause.getKey().replace(' ', '-'), cause.getKey()),
                        Estimate.said(cause.getValue()),
                        mayGoOn))
                .toList();
    }

    /** Whether nothing more will change by itself. */
    boolean isOver() {
        return !underWay;
    }
}

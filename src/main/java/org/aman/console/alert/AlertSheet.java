package org.aman.console.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Draft;
import org.aman.alert.Follow;
import org.aman.console.Offered;
import org.aman.console.Sheets;
import org.aman.console.Times;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows an alert while somebody writes it: its fields, what is said beside them, the telephone, whom it reaches. */
@Component
final class AlertSheet {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final AlertDesk desk;
    private final AlertForm form;
    private final Offered offered;
    private final Beside beside;
    private final Reach reach;

    AlertSheet(AlertDesk desk, AlertForm form, Offered offered, Beside beside, Reach reach) {
        this.desk = desk;
        this.form = form;
        this.offered = offered;
        this.beside = beside;
        this.reach = reach;
    }

    /** One of the two languages. */
    record Side(String code, String name, String dir) {}

    /** The page; {@code kept} is null while nothing was saved. */
    ModelAndView page(Volunteer who, Typed typed, AlertDrafts.@Nullable Kept kept) {
        Language language = who.language();
        ModelAndView page = sheets().page("alerts", "alert/write", who);
        fields(page, typed, language);
        page.addObject("draft", kept == null ? "" : kept.id());
        page.addObject("version", kept == null ? 0 : kept.version());
        page.addObject("address", address(typed, kept));
        page.addObject("key", key(typed, kept));
        page.addObject("done", "");
        page.addObject("refused", "");
        page.addObject("allPlaces", offered.places(language));
        page.addObject("zone", sheets().say("zone", language, Map.of("zone", sheets().times().zoneName(language))));
        checked(page, typed, language);
        return page;
    }

    /** Where the form is sent: the address of the page itself, so that loading it again shows the same. */
    private static String address(Typed typed, AlertDrafts.@Nullable Kept kept) {
        String fresh = "/console/alerts/write";
        if (kept != null) {
            return "/console/alerts/drafts/" + kept.id();
        }
        if (AlertForm.number(typed.one("replaces")).isPresent()) {
            return fresh + "?correct=" + typed.one("replaces");
        }
        if (WORD.matcher(typed.one("suggestion")).matches()) {
            return fresh + "?suggestion=" + typed.one("suggestion");
        }
        return AlertForm.number(typed.one("first")).isPresent() && WORD.matcher(typed.one("way")).matches()
                ? fresh + "?after=" + typed.one("first") + "&way=" + typed.one("way")
                : fresh;
    }

    private static String key(Typed typed, AlertDrafts.@Nullable Kept kept) {
        return kept != null
                ? "alert." + kept.id() + "." + kept.version()
                : "alert." + typed.one("way") + typed.one("first") + "." + typed.one("replaces") + typed.one("suggestion");
    }

    /** The page of a short alert that one person sends alone. */
    ModelAndView alone(Volunteer who, Typed typed) {
        ModelAndView page = page(who, typed, null);
        page.setViewName("console/alert/emergency");
        aloneChecked(page, typed, who.language());
        return page;
    }

    /** What a check says of an alert that one person would send alone. */
    ModelAndView checkAlone(Volunteer who, Typed typed) {
        ModelAndView page = check(who, typed);
        page.addObject("slots", Beside.slots(typed, true));
        aloneChecked(page, typed, who.language());
        return page;
    }

    private void aloneChecked(ModelAndView page, Typed typed, Language language) {
        Draft draft = form.draft(typed);
        List<Finding> findings = new ArrayList<>(form.unread(typed));
        findings.addAll(desk.findingsAlone(draft));
        said(page, findings, language);
        if (draft.isComplete()) {
            page.addObject("previews", previews(language, one -> desk.previewAlone(draft, one)));
        }
    }

    /** Only what a check says, to be put beside the fields of the page that asked. */
    ModelAndView check(Volunteer who, Typed typed) {
        ModelAndView page = sheets().page("alerts", "alert/checks :: all", who);
        page.addObject("again", true);
        page.addObject("slots", Beside.slots(typed, false));
        fields(page, typed, who.language());
        checked(page, typed, who.language());
        return page;
    }

    /** Objects to nothing yet: nobody has written anything. */
    void quiet(ModelAndView page) {
        page.addObject("why", Map.of());
        page.addObject("summary", "");
    }

    /** Everything against it: what cannot be read, and what the desk objects to. */
    List<Finding> findings(Typed typed) {
        List<Finding> all = new ArrayList<>(form.unread(typed));
        boolean noReason = all.stream().anyMatch(one -> one.field().equals("why"));
        boolean noCircle = all.stream().anyMatch(one -> one.field().equals("circle"));
        desk.findings(form.draft(typed)).stream()
                .filter(one -> !(noReason && one.field().startsWith("why.")))
                .filter(one -> !(noCircle && one.field().equals("places") && typed.places().isEmpty()))
                .forEach(all::add);
        return all;
    }

    private void checked(ModelAndView page, Typed typed, Language language) {
        List<Finding> findings = findings(typed);
        Draft draft = form.draft(typed);
        boolean ready = findings.stream().noneMatch(Finding::isError);
        said(page, findings, language);
        page.addObject(
                "previews", draft.isComplete() ? previews(language, one -> desk.preview(draft, one)) : List.of());
        page.addObject("reach", ready ? reach.of(draft, language) : List.of());
    }

    private void said(ModelAndView page, List<Finding> findings, Language language) {
        page.addObject("why", beside.fields(findings, language));
        page.addObject("errors", findings.stream().filter(Finding::isError).count());
        page.addObject("advice", findings.stream().filter(one -> !one.isError()).count());
        page.addObject("summary", beside.summary(findings, language));
    }

    private List<Preview> previews(Language reader, Function<Language, Reply> as) {
        return List.of(reader, reader.other()).stream()
                .map(language -> Preview.of(as.apply(language), sheets(), reader))
                .toList();
    }

    private void fields(ModelAndView page, Typed typed, Language language) {
        boolean exercise = typed.one("kind").equals(Alert.Kind.EXERCISE.name());
        page.addObject("form", typed.fields());
        page.addObject("places", offered.named(typed.places(), language));
        page.addObject("exercise", exercise);
        page.addObject("told", told(typed, language));
        page.addObject("kinds", choices("alert-kind-how.", kinds(typed), language));
        page.addObject("severities", choices("alert-severity.", Alert.Severity.values(), language));
        page.addObject("urgencies", choices("alert-urgency.", Alert.Urgency.values(), language));
        page.addObject("certainties", choices("alert-certainty.", Alert.Certainty.values(), language));
        page.addObject("topics", offered.topics(language));
        page.addObject(
                "sides",
                List.of(language, language.other()).stream()
                        .map(one -> new Side(
                                one.code(),
                                sheets().text("language." + one.code(), language),
                                one == Language.ARABIC ? "rtl" : "ltr"))
                        .toList());
        for (String name : List.of("asOf", "onset", "until")) {
            page.addObject(name, moment(typed.one(name), language));
        }
    }

    private Times.Shown moment(String field, Language language) {
        return sheets().times()
                .of(field)
                .map(moment -> new Times.Shown(field, sheets().times().moment(moment, language)))
                .orElseGet(() -> new Times.Shown(field, ""));
    }

    /** An all-clear is begun from the alert whose danger is over, and nothing else can be chosen there. */
    private static Alert.Kind[] kinds(Typed typed) {
        boolean clears = typed.one("way").equals(Follow.Way.ALL_CLEAR.name());
        return Arrays.stream(Alert.Kind.values())
                .filter(kind -> (kind == Alert.Kind.ALL_CLEAR) == clears)
                .toArray(Alert.Kind[]::new);
    }

    private List<Offered.Choice> choices(String stem, Enum<?>[] values, Language language) {
        List<Offered.Choice> choices = new ArrayList<>();
        choices.add(new Offered.Choice("", sheets().text("choose", language)));
        for (Enum<?> value : values) {
            String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            choices.add(new Offered.Choice(value.name(), sheets().text(stem + word, language)));
        }
        return choices;
    }

    /** What this follows, or changes in place; empty for an alert that stands alone. */
    private String told(Typed typed, Language language) {
        Optional<Alert.Number> replaced = AlertForm.number(typed.one("replaces"));
        if (replaced.isPresent()) {
            return told("correction", replaced.get(), language);
        }
        Follow follow = form.draft(typed).follow();
        return follow == null ? "" : told(AlertRows.word(follow.way()), follow.first(), language);
    }

    private String told(String what, Alert.Number first, Language language) {
        return sheets().say("alert-told-" + what, language, Map.of("number", first.toString())) + " "
                + sheets().say("alert-told-so-far", language, Map.of("people", reach.sent(first)));
    }

    Beside beside() {
        return beside;
    }

    Sheets sheets() {
        return offered.sheets();
    }
}

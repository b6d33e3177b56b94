package org.aman.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person tells us to do, typed or carried by a button. Its parts are as they came: forged ones name nothing. */
sealed interface Command {
    /** @param payload what a deep link carried, such as {@code area-saraqib}; empty for none */
    record Start(String payload) implements Command {}

    record Help() implements Command {}

    /**
     * Speak this language from now on.
     *
     * @param language a language's code; empty to be asked
     * @param payload as of the start before it
     */
    record Speak(String language, String payload) implements Command {}

    /** Take this as my area; empty to be asked. */
    record Settle(String place) implements Command {}

    /** Forget my area. */
    record Unsettle() implements Command {}

    /** Show the areas to choose from; the places of an area, or the outermost choice where empty. */
    record ListPlaces(String area) implements Command {}

    record Now() implements Command {}

    /** @param what a topic, or words for one; empty to be asked */
    record Nearest(String what) implements Command {}

    record Privacy() implements Command {}

    /** @param sure whether they said yes */
    record Forget(boolean sure) implements Command {}

    /** My last question, but about this place. */
    record In(String place) implements Command {}

    /** My last question, but about this topic. */
    record About(String topic) implements Command {}

    /** This update is the one I meant. */
    record Show(String update) implements Command {}

    record Useful(String update) implements Command {}

    record NotUseful(String update) implements Command {}

    /** Tell me when you know. */
    record Tell(String question) implements Command {}

    /**
     * Send me the alerts of this area, or this topic; empty to see what I follow.
     *
     * @param what a place, words for one, {@code topic ID}, {@code quiet HH HH} or {@code quiet off}
     */
    record FollowAlerts(String what) implements Command {}

    /** No longer send me the alerts of this area or topic; empty for all. */
    record StopAlerts(String what) implements Command {}

    /** What did you really say under this number? */
    record Check(String number) implements Command {}

    /** Say more about this alert. */
    record MoreOfAlert(String number) implements Command {}

    /** Something with a slash that we do not know. */
    record Unheard() implements Command {}

    Pattern FORM = Pattern.compile("/([A-Za-z_]{1,32})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    /** The command these words are; empty where they are none. */
    static Optional<Command> of(String words) {
        String stripped = words.strip();
        if (!stripped.startsWith("/")) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(stripped);
        if (!form.matches()) {
            return Optional.of(new Unheard());
        }
        String rest = form.group(2) == null ? "" : form.group(2).strip();
        return Optional.of(named(form.group(1).toLowerCase(Locale.ROOT), rest));
    }

    private static Command named(String name, String rest) {
        String[] parts = rest.split("\\s+", 2);
        String first = parts[0];
        String second = parts.length > 1 ? parts[1] : "";
        return switch (name) {
            case "start" -> new Start(rest);
            case "help" -> new Help();
            case "language" -> new Speak(first, second);
            case "place" -> switch (first) {
                case "clear" -> new Unsettle();
                case "list" -> new ListPlaces(second);
                default -> new Settle(rest);
            };
            case "now" -> new Now();
            case "nearest" -> new Nearest(rest);
            case "privacy" -> new Privacy();
            case "forget" -> new Forget(rest.equals("yes"));
            case "in" -> new In(rest);
            case "about" -> new About(rest);
            case "show" -> new Show(rest);
            case "useful" -> new Useful(rest);
            case "notuseful" -> new NotUseful(rest);
            case "tell" -> new Tell(rest);
            case "follow" -> new FollowAlerts(rest);
            case "stop" -> new StopAlerts(rest);
            case "check" -> new Check(rest);
            case "alert" -> new MoreOfAlert(first);
            default -> new Unheard();
        };
    }
}

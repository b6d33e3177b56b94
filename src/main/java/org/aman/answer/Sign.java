package org.aman.answer;

import java.util.Locale;

/** One piece of named evidence that a candidate answers, each about 0 to 1. The weights say what each is worth. */
public enum Sign {
    /** Always there: how likely an answer is before anything is known of it. */
    ALWAYS("how often a candidate answers that nothing else speaks for"),
    RULES("the rules written by hand would answer with it"),
    PLACE("how closely its places meet those asked about"),
    NO_PLACE("no place was asked about, and it is bound to one"),
    WHOLE_AREA("no place was asked about, and it holds for a whole outermost area"),
    TOPIC("how well its topic is the one asked about"),
    NO_TOPIC("no topic was understood, so words alone must carry it"),
    OTHER_TOPIC("it is of a topic that nobody asked about"),
    OF_KIND("only the kind of a place named asks for its topic"),
    CONCEPTS("how many of the things asked about it speaks of"),
    COVERAGE("how much of the question's words, by how telling they are, stands in it"),
    IN_QUESTIONS("how much of them stands in its title and questions"),
    TELLING("coverage by words that name neither topic nor state"),
    ONE_WORD("it shares one word only: that may be chance"),
    NO_WORD("it shares no word at all"),
    NEED("it speaks of a need of its own that was asked for"),
    FOUND("what the index scored it, against the best"),
    LEAD("how far it leads the next of its kind in all"),
    LEAD_IN_WORDS("how far it leads the next of its kind in words"),
    AMOUNT("how much the words they share weigh together: two telling words are more than one"),
    IN_TITLE("how much of the question's words stands in its title"),
    SUBJECT("how much of what its title speaks of is asked about"),
    LIKENESS("how alike the question and the nearest of its titles and questions are"),
    UNHEARD("how much of the question's words no update knows: it may be about something else"),
    ABOVE_OTHERS("how far it stands above the mean of the next nine of its kind");

    private final String reason;

    Sign(String reason) {
        this.reason = reason;
    }

    /** Its name in the file of weights. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why it is looked at, in a line. */
    public String reason() {
        return reason;
    }
}

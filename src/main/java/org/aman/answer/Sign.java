package org.aman.answer;

import java.util.Locale;

/** One piece of named evidence that a candidate answers, each mostly from 0 to 1. {@link Belief} says what they are worth together. */
public enum Sign {
    EVERYWHERE("it is advice that holds everywhere"),
    CURRENT("it has not expired"),
    NO_PLACE("no place was asked about and it is bound to one, or one was and it holds everywhere"),
    WHOLE_AREA("no place was asked about, and it holds for a whole outermost area"),
    PLACE("how closely its places meet all those asked about"),
    CLOSEST("how closely they meet the nearest of those; -1 where none was asked about"),
    PLACES("how many places were asked about"),
    MEETS_FIRST("how closely they meet the place named first"),
    MEETS_LAST("how closely they meet the place named last: where a way ends, or what corrects the first"),
    TOPIC("how well its topic is the one asked about"),
    ASKED("how strongly its topic is asked about"),
    GUESSED("its topic was but guessed from a slip, and it speaks of nothing that was asked"),
    SAID("words, not merely the kind of a place named, speak of its topic"),
    OF_KIND("nothing but the kind of a place named asks for its topic"),
    KIN("a topic akin to its own is asked about"),
    SPOKEN("how strongly the words beside names speak of any topic"),
    CONCEPTS("how many of the things asked about it speaks of"),
    MISSES("it never speaks of the very thing asked for, and nothing makes up for that"),
    DETAIL("a detail is asked for, such as the price, that it does not tell"),
    LACKS("how many things plainly asked for it must speak of and does not"),
    LACKS_OWN("how many plain needs of whatever topic it does not speak of"),
    COVERAGE("how much of the question's words, by how telling they are, stands in it"),
    IN_QUESTIONS("how much of them stands in its title and questions"),
    TELLING("coverage by words that name neither topic nor state"),
    UNCOVERED("how much the words that only the question holds weigh together"),
    UNCOVERED_TELLING("how much those of them weigh together that name neither topic nor state"),
    AMOUNT("how much the words they share weigh together: two telling words are more than one"),
    WORDS("how many words of the question carry meaning"),
    SHARED("how many of them it shares"),
    FOUND("what the index scored it, against the best"),
    SCORE("the one figure it is ranked by"),
    RANK("how many candidates stand above it"),
    LEAD("how far it leads the next of its kind in all"),
    LEAD_IN_WORDS("how far it leads the next of its kind in words"),
    ABOVE_OTHERS("how far it stands above the mean of the next nine of its kind"),
    THERE("how many updates in force were found for the place"),
    LIKE_IT_THERE("how many of those are of its topic"),
    NEWEST("no newer one of its topic was found for the same places"),
    BEST_ADVICE("it is the best advice that holds everywhere"),
    STATE("what it says is hoped for (1), feared (-1) or in between"),
    WARNS("it says of the place named what comes first whatever is asked"),
    RESTATES("it checks the very claim that is repeated"),
    SUBJECT("how much of what its title speaks of is asked about; of advice only"),
    LIKENESS("how alike the question and the nearest of its titles and questions are; of advice only"),
    AFFINITY("how well what is asked goes with what it tells, as learned from questions and their answers"),
    AFFINITY_LEAD("how far it goes better with what is asked than the best of the others"),
    UNTOLD("how much the question sounds like one for what no news tells, such as fares and compensation; of news only"),
    TOLD("how surely it tells the very thing that is asked, by the words asked and those it holds"),
    SOUND("how much the question sounds like those of its topic"),
    SOUND_LEAD("how much more it sounds like those than like those of any other topic"),
    UNHEARD("how much of the question's words no update knows: it may be about something else"),
    SOUGHT_OPEN("its topic tells of what people look for open: a camp, a doctor, aid"),
    OF_PLACES("its topic tells of roads, crossings or camps themselves"),
    OF_WAYS("its topic tells of ways"),
    LEADS_OUT("its topic tells how to leave"),
    CHECKS("its topic checks claims");

    private final String reason;

    Sign(String reason) {
        this.reason = reason;
    }

    /** Its name in the file of trees. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it tells, in a line. */
    public String reason() {
        return reason;
    }
}

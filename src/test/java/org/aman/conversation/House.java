package org.aman.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aman.alert.Alerts;
import org.aman.answer.Answerer;
import org.aman.conversation.RecentTest.Hands;
import org.aman.database.FreshDatabase;
import org.aman.knowledge.Freshness;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.resident.Erasure;
import org.aman.resident.Followings;
import org.aman.resident.Receipts;
import org.aman.resident.Replay;
import org.aman.resident.Residents;
import org.aman.search.Shipped;
import org.aman.search.UpdateIndex;
import org.aman.unanswered.Figures;
import org.aman.unanswered.OpenQuestions;
import org.aman.unanswered.Usefulness;

/** The whole conversation with real understanding and deciding, over a few updates; and a chat that talks with it. */
final class House {
    private static final Lexicon LEXICON = Shipped.LEXICON;

    final Hands clock = new Hands();
    final Recent recent = new Recent(clock);
    final Freshness freshness = new Freshness(clock);
    final Residents residents;
    final Receipts receipts;
    final OpenQuestions openQuestions;
    final Usefulness usefulness;
    final Answerer answerer;
    final Conversation conversation;
    private final Chat chat = new Chat("telegram", "4711");
    private final FreshDatabase database;

    /** Single rows about the service itself, there from the beginning. */
    private static final Set<String> OF_THE_SERVICE =
            Set.of("knowledge_revision", "journal_head", "outside_mark", "alert_brake");

    House(Collection<Update> updates, FreshDatabase database) {
        this.database = database;
        residents = new Residents(
                database.jdbc(), database.transaction(), database.seal(), clock, database.identifiers());
        receipts = new Receipts(database.jdbc(), clock);
        openQuestions = new OpenQuestions(
                database.jdbc(), database.dialect(), database.seal(), clock, database.identifiers());
        usefulness = new Usefulness(database.jdbc(), clock);
        Erasure erasure = new Erasure(
                List.of(residents, openQuestions),
                List.of(recent),
                residents,
                receipts,
                new Replay(database.outsideMemory(folder(), clock), database.seal()),
                database.transaction());
        UpdateIndex index = UpdateIndex.inMemory(LEXICON, Talk.PLACES, Talk.TOPICS);
        index.rebuild(Update.notSuperseded(updates), 1);
        answerer = new Answerer(index, LEXICON, Talk.PLACES, Talk.TOPICS);
        Whereabouts whereabouts = new Whereabouts(Talk.MESSAGES, Talk.PLACES);
        Sayings sayings = new Sayings(Talk.MESSAGES);
        Guide guide = new Guide(sayings, Talk.TOPICS, Talk.SETTINGS);
        Keeper keeper = new Keeper(
                openQuestions, receipts, usefulness, new Figures(database.jdbc(), database.transaction(), clock),
                freshness);
        Respondent respondent = new Respondent(answerer, Talk.writer(), keeper, recent, clock);
        PlaceChoice places = new PlaceChoice(Talk.PLACES, residents, recent, whereabouts, sayings);
        Feedback feedback = new Feedback(respondent, keeper, sayings);
        Welcome welcome = new Welcome(residents, erasure, sayings, Talk.SETTINGS);
        Subscription subscription = new Subscription(
                new Followings(database.jdbc(), database.transaction()), new Alerts(database.jdbc(), clock), Talk.PLACES, guide, sayings, clock);
        Commands commands = new Commands(respondent, places, welcome, feedback, guide, subscription);
        conversation = new Dialogue(
                new Listener(commands, respondent, places, guide, residents),
                new Passerby(respondent, places, feedback, guide, subscription),
                respondent,
                clock);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "house");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Chat chat() {
        return chat;
    }

    List<Reply> say(String words) {
        return conversation.hear(new Incoming.Said(chat, "ar", words, false));
    }

    List<Reply> sayInGroup(String words) {
        return conversation.hear(new Incoming.Said(chat, "ar", words, true));
    }

    List<Reply> press(String value) {
        return conversation.hear(new Incoming.Pressed(chat, "ar", value, false));
    }

    List<Reply> share(double latitude, double longitude) {
        return conversation.hear(new Incoming.Shared(chat, "ar", new Position(latitude, longitude)));
    }

    /** What was said, as one text without direction marks. */
    static String text(List<Reply> replies) {
        return RightToLeft.unmarked(String.join("\n\n", replies.stream().map(Reply::text).toList()));
    }

    static List<String> values(List<Reply> replies) {
        return replies.stream()
                .flatMap(reply -> reply.buttons().stream())
                .flatMap(List::stream)
                .map(Button::value)
                .toList();
    }

    /** The area we keep of them. */
    Optional<Place.Id> place() {
        return residents.at(chat).flatMap(resident -> Optional.ofNullable(resident.place()));
    }

    /** Whether nothing is stored but the counters of the knowledge and of the journal. */
    boolean isEmpty() {
        return database.dump().lines().allMatch(row -> OF_THE_SERVICE.stream().anyMatch(row::startsWith));
    }
}

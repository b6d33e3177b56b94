package org.aman.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Outcome.Delivered;
import org.aman.message.Outcome.Rejected;
import org.aman.message.Outcome.TryAgain;
import org.aman.message.Outcome.Unreachable;
import org.aman.message.Reply;
import org.aman.telegram.BotApi.Ending;
import org.aman.telegram.Rendering.Part;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Says replies on Telegram: renders, waits its turn, sends, and turns Telegram's answers into outcomes. */
final class TelegramMessenger implements Messenger {
    /** Where the token was refused: until somebody acts. */
    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofSeconds(60);

    /** What Telegram asks for when it does not say how long. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    /** A second part waits for its turn this long in place, rather than that the first part is said again. */
    private static final Duration MOST_IN_PLACE = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 5;

    private final BotApi api;
    private final Turns turns;
    private final Pauses pauses;
    private final Tally tally;
    private final RandomGenerator chance;
    private final AtomicInteger inDoubt = new AtomicInteger();

    TelegramMessenger(BotApi api, Turns turns, Pauses pauses, Tally tally, RandomGenerator chance) {
        this.api = api;
        this.turns = turns;
        this.pauses = pauses;
        this.tally = tally;
        this.chance = chance;
    }

    @Override
    public Outcome send(Chat chat, Reply reply, Lane lane) {
        return say(new Address(chat.address()), reply, lane);
    }

    @Override
    public Optional<String> invitation(String payload) {
        return api.botName().map(name -> "https://t.me/" + name + "?start=" + payload);
    }

    @Override
    public Optional<Outcome> sendIf(Chat chat, Reply reply, Lane lane, BooleanSupplier wanted) {
        Address to = new Address(chat.address(), wanted);
        Outcome outcome = say(to, reply, lane);
        return to.isUnwanted ? Optional.empty() : Optional.of(outcome);
    }

    @Override
    public Optional<Outcome> replaceIf(
            Chat chat, String messageId, Reply reply, Lane lane, BooleanSupplier wanted) {
        List<Part> parts = Rendering.parts(reply);
        if (parts.size() != 1 || !(parts.getFirst() instanceof Part.Text text)) {
            return sendIf(chat, reply, lane, wanted);
        }
        Duration pause = pauses.left(chat.address());
        if (pause.isPositive()) {
            return Optional.of(new TryAgain(pause));
        }
        turns.await(chat.address(), lane);
        if (!wanted.getAsBoolean()) {
            return Optional.empty();
        }
        Ending<Serializable> ending = api.call(text.edit(chat.address(), Integer.parseInt(messageId)));
        if (ending instanceof Ending.Refused<Serializable> refused && refused.code() == 400) {
            // Nothing to change is what was wanted; what can no longer be changed is said anew.
            return refused.description().contains("not modified")
                    ? Optional.of(new Delivered(messageId))
                    : sendIf(chat, reply, lane, wanted);
        }
        return Optional.of(switch (ending) {
            case Ending.Done<Serializable> done -> new Delivered(messageId);
            case Ending.InDoubt<Serializable> doubt -> new TryAgain(backOff());
            case Ending.Refused<Serializable> refused -> refusal(new Address(chat.address()), refused);
        });
    }

    @Override
    public int perSecond() {
        return turns.perSecond();
    }

    private Outcome say(Address to, Reply reply, Lane lane) {
        List<Part> parts = Rendering.parts(reply);
        Outcome outcome = new Rejected("nothing to say");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            outcome = attempt(to, part, lane);
            if (i > 0 && outcome instanceof TryAgain(Duration after) && after.compareTo(MOST_IN_PLACE) <= 0) {
                turns.rest(after);
                outcome = attempt(to, part, lane);
            }
            if (to.isUnwanted) {
                return outcome;
            }
            tally.sent(outcome);
            if (!(outcome instanceof Delivered)) {
                return outcome;
            }
        }
        return outcome;
    }

    /** The chat's number, which changes when a group becomes a supergroup. */
    private static final class Address {
        String number;
        private final BooleanSupplier wanted;

        /** Whether it was no longer wanted when its turn had come; then nothing was sent. */
        boolean isUnwanted;

        Address(String number) {
            this(number, () -> true);
        }

        Address(String number, BooleanSupplier wanted) {
            this.number = number;
            this.wanted = wanted;
        }
    }

    private Outcome attempt(Address to, Part part, Lane lane) {
        Duration pause = pauses.left(to.number);
        if (pause.isPositive()) {
            return new TryAgain(pause);
        }
        return switch (call(to, part, lane, true)) {
            case Ending.Refused<Message> refused when refused.movedTo() != null -> {
                to.number = Long.toString(refused.movedTo());
                yield outcome(to, call(to, part, lane, true));
            }
            case Ending.Refused<Message> refused when refused.code() == 400 && mayBeMarkup(refused, part) -> {
                tally.plainInstead();
                yield outcome(to, call(to, simpler(part, refused), lane, false));
            }
            case Ending<Message> ending -> outcome(to, ending);
        };
    }

    private Ending<Message> call(Address to, Part part, Lane lane, boolean markup) {
        turns.await(to.number, lane);
        if (!to.wanted.getAsBoolean()) {
            to.isUnwanted = true;
            return new Ending.InDoubt<>("no longer wanted");
        }
        return switch (part) {
            case Part.Text text -> api.call(text.message(to.number, markup));
            case Part.Place place -> api.call(place.message(to.number));
        };
    }

    private static Part simpler(Part part, Ending.Refused<Message> refused) {
        String words = refused.description().toLowerCase(Locale.ROOT);
        boolean buttons = words.contains("button") || words.contains("markup") || words.contains("keyboard");
        return switch (part) {
            case Part.Text text -> text.simpler(buttons);
            case Part.Place place -> place;
        };
    }

    /** Whether the same words without markup and buttons may be taken: never silence because of form (F12). */
    private static boolean mayBeMarkup(Ending.Refused<Message> refused, Part part) {
        return part instanceof Part.Text && !isGone(refused) && !refused.description().contains("rights");
    }

    private Outcome outcome(Address to, Ending<Message> ending) {
        if (to.isUnwanted) {
            return new TryAgain(Duration.ZERO);
        }
        return switch (ending) {
            case Ending.Done<Message>(Message message) -> {
                inDoubt.set(0);
                yield new Delivered(Integer.toString(message.getMessageId()));
            }
            case Ending.InDoubt<Message> doubt -> new TryAgain(backOff());
            case Ending.Refused<Message> refused -> refusal(to, refused);
        };
    }

    private Outcome refusal(Address to, Ending.Refused<?> refused) {
        int code = refused.code();
        if (code == 429) {
            Duration wait = wait(refused.retryAfter());
            pauses.pause(to.number, wait);
            turns.throttled();
            return new TryAgain(wait);
        }
        if (code == 401 || code == 404) {
            return new TryAgain(UNTIL_SOMEBODY_ACTS);
        }
        if (code >= 500) {
            return new TryAgain(backOff());
        }
        return isGone(refused) ? new Unreachable() : new Rejected(code + " " + kind(refused.description()));
    }

    private static Duration wait(@Nullable Integer retryAfter) {
        return retryAfter == null ? USUAL_PAUSE : Duration.ofSeconds(Math.max(1, retryAfter));
    }

    private static boolean isGone(Ending.Refused<?> refused) {
        String words = refused.description().toLowerCase(Locale.ROOT);
        return refused.code() == 403
                || refused.code() == 400
                        && (words.contains("chat not found")
                                || words.contains("user not found")
                                || words.contains("peer_id_invalid")
                                || words.contains("group chat was deactivated"));
    }

    /** The kind of refusal; what follows it may repeat the words of the message. */
    private static String kind(String description) {
        String[] halves = description.split(":", 3);
        String kind = halves.length > 1 ? halves[1] : halves[0];
        return kind.replaceAll("[^A-Za-z' ]", "").strip();
    }

    /** 1, 2, 4 ... 32 seconds while nothing gets through, a quarter more or less so that chats do not come at once. */
    private Duration backOff() {
        int doublings = Math.min(inDoubt.getAndIncrement(), MOST_DOUBLINGS);
        return Duration.ofMillis((long) ((1000L << doublings) * chance.nextDouble(0.75, 1.25)));
    }
}

package org.aman.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last questions of a chat, so that "and in Binnish?" is understood. Only in memory, only for a short while, only
 * for so many chats; never written anywhere. Safe for use by many threads.
 */
@Component
final class Recent implements Forgets.InMemory {
    static final int MOST_QUESTIONS = 3; // what a follow-up can lean on
    static final Duration AGE = Duration.ofMinutes(30); // later a short question is more likely a new one
    static final int MOST_CHATS = 10_000; // about 10 MB if all of them write long messages

    private final Clock clock;
    private final Map<Chat, Memory> memories = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Chat, Memory> eldest) {
            return size() > MOST_CHATS;
        }
    };

    Recent(Clock clock) {
        this.clock = clock;
    }

    /** The last questions, oldest first. */
    synchronized List<String> questions(Chat chat) {
        Memory memory = alive(chat);
        return memory == null ? List.of() : List.copyOf(memory.questions);
    }

    /** A question was asked; the same one again (a message that came twice) changes nothing. */
    synchronized void asked(Chat chat, String words) {
        Memory memory = touched(chat);
        if (!words.equals(memory.questions.peekLast())) {
            memory.questions.addLast(words);
        }
        if (memory.questions.size() > MOST_QUESTIONS) {
            memory.questions.removeFirst();
        }
        memory.expectsPlace = false;
    }

    /** An answer was about this place; null where it was about none. */
    synchronized void understood(Chat chat, Place.@Nullable Id place) {
        touched(chat).place = place;
    }

    /** The place the last answer was about. */
    synchronized Optional<Place.Id> place(Chat chat) {
        Memory memory = alive(chat);
        return memory == null ? Optional.empty() : Optional.ofNullable(memory.place);
    }

    /** The next words may be the name of their area. */
    synchronized void expectPlace(Chat chat) {
        touched(chat).expectsPlace = true;
    }

    synchronized boolean expectsPlace(Chat chat) {
        Memory memory = alive(chat);
        return memory != null && memory.expectsPlace;
    }

    /** The area was named, or something else was said instead. */
    synchronized void placeSettled(Chat chat) {
        Memory memory = alive(chat);
        if (memory != null) {
            memory.expectsPlace = false;
        }
    }

    /** Whether they wrote lately. */
    synchronized boolean knows(Chat chat) {
        return alive(chat) != null;
    }

    @Override
    public synchronized void letGo(Chat chat) {
        memories.remove(chat);
    }

    private Memory touched(Chat chat) {
        Memory memory = alive(chat);
        if (memory == null) {
            memory = new Memory(clock.instant());
            memories.put(chat, memory);
        }
        memory.last = clock.instant();
        return memory;
    }

    private @Nullable Memory alive(Chat chat) {
        Instant oldest = clock.instant().minus(AGE);
        Iterator<Memory> longestUnused = memories.values().iterator(); // the map is ordered by use
        while (longestUnused.hasNext() && !longestUnused.next().last.isAfter(oldest)) {
            longestUnused.remove();
        }
        Memory memory = memories.get(chat);
        return memory == null || !memory.last.isAfter(oldest) ? null : memory;
    }

    private static final class Memory {
        private final Deque<String> questions = new ArrayDeque<>();
        private Instant last;
        private Place.@Nullable Id place;
        private boolean expectsPlace;

        private Memory(Instant last) {
            this.last = last;
        }
    }
}

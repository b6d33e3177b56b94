package org.aman.resident;

import java.util.List;
import org.aman.database.OutsideMemory;
import org.aman.database.Seal;
import org.aman.message.Chat;
import org.springframework.stereotype.Component;

/** Remembers outside the database who was erased, so that a backup put back does not bring them back. */
@Component
public class Replay {
    private static final String PURPOSE = "erased";

    private final OutsideMemory memory;
    private final Seal seal;

    public Replay(OutsideMemory memory, Seal seal) {
        this.memory = memory;
        this.seal = seal;
    }

    /** An erasure this database has not seen. */
    record Missed(long number, Chat chat) {}

    /** Notes an erasure before it is done; the number to give {@link #done}. */
    long begin(Chat chat) {
        return memory.erasing(seal.close(PURPOSE, chat.joined()));
    }

    void done(long number) {
        memory.erased(number);
    }

    List<Missed> missed() {
        return memory.missed().stream()
                .map(one -> new Missed(one.number(), Chat.of(seal.open(PURPOSE, one.sealed()))))
                .toList();
    }

    void sweep() {
        memory.sweep();
    }
}

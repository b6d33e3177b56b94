package org.aman.duty;

import java.util.List;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;

/** Obeys one command of people on duty. */
interface Obeys {
    /** The command with its slash. */
    String command();

    /** Whether this is for us, or for the conversation with residents, which may know the same command. */
    default boolean takes(String rest) {
        return true;
    }

    /** @param rest what was typed behind the command */
    List<Reply> obey(Volunteer who, String rest);
}

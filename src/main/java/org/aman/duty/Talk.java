package org.aman.duty;

import java.util.List;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;

/** One thing that people on duty do in a chat, over the slips of its kind. */
interface Talk {
    /** Whose slips it understands. */
    Slip.Kind kind();

    /**
     * A button under this slip was pressed by its holder.
     *
     * @param act what the button does; may be forged by the holder, so it is checked as if it was typed
     */
    List<Reply> pressed(Volunteer who, Slip slip, String act);

    /** The holder typed this while the slip awaited words. */
    List<Reply> typed(Volunteer who, Slip slip, String words);
}

package org.aman.duty;

import java.time.Clock;
import java.util.List;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** {@code /draft TEXT}: a draft in one's own words. */
@Component
final class DraftBegun implements Obeys {
    private final DraftTalk drafts;
    private final Clock clock;

    DraftBegun(DraftTalk drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public String command() {
        return "/draft";
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        return drafts.begin(who, rest, "", clock.instant());
    }
}

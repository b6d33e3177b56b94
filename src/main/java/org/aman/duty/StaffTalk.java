package org.aman.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.conversation.Incoming;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Hears what comes in from linked chats: commands, buttons, forwarded messages and words that were asked for. */
@Component
final class StaffTalk implements Duty {
    private static final String FORGET = "/forget";

    private final Linkage linkage;
    private final Presses presses;
    private final DraftTalk drafts;
    private final Map<String, Obeys> commands;
    private final Clock clock;

    StaffTalk(Linkage linkage, Presses presses, DraftTalk drafts, List<Obeys> commands, Clock clock) {
        this.linkage = linkage;
        this.presses = presses;
        this.drafts = drafts;
        this.commands = commands.stream().collect(Collectors.toMap(Obeys::command, one -> one));
        this.clock = clock;
    }

    @Override
    public Optional<List<Reply>> hear(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said.group() ? inGroup(said) : said(said);
            case Incoming.Pressed pressed -> pressed.group() ? Optional.empty() : pressed(pressed);
            case Incoming.Forwarded forwarded -> forwarded(forwarded);
            case Incoming.Edited edited -> edited(edited);
            case Incoming.Left left -> left(left);
            case Incoming.Shared shared -> Optional.empty();
            case Incoming.Unreadable unreadable -> Optional.empty();
        };
    }

    /** Nobody is on duty where many read. */
    private Optional<List<Reply>> inGroup(Incoming.Said said) {
        return Order.of(said.text())
                .filter(order -> order.name().equals(Linkage.LINK))
                .map(order -> List.of(linkage.notHere(said.languageTag())));
    }

    private Optional<List<Reply>> said(Incoming.Said said) {
        Optional<Order> order = Order.of(said.text());
        if (order.filter(one -> one.name().equals(Linkage.LINK)).isPresent()) {
            return Optional.of(List.of(linkage.link(said.chat(), said.languageTag(), order.get().rest())));
        }
        return linkage.who(said.chat()).flatMap(who -> said.text().strip().startsWith("/")
                ? order.flatMap(one -> obey(who, one))
                : presses.typed(who, said.text()));
    }

    private Optional<List<Reply>> pressed(Incoming.Pressed pressed) {
        return linkage.who(pressed.chat())
                .flatMap(who -> Order.of(pressed.value()).flatMap(order -> obey(who, order)));
    }

    private Optional<List<Reply>> obey(Volunteer who, Order order) {
        if (order.name().equals(Order.DUTY) && !order.rest().isEmpty()) {
            return Optional.of(presses.pressed(who, order));
        }
        if (order.name().equals(FORGET) && order.rest().equals("yes")) {
            linkage.unlink(who);
        }
        return Optional.ofNullable(commands.get(order.name()))
                .filter(command -> command.takes(order.rest()))
                .map(command -> command.obey(who, order.rest()));
    }

    private Optional<List<Reply>> forwarded(Incoming.Forwarded forwarded) {
        Instant saidAt = forwarded.saidAt() == null ? clock.instant() : forwarded.saidAt();
        return linkage.who(forwarded.chat())
                .filter(who -> who.may(Act.WRITE))
                .map(who -> drafts.begin(who, forwarded.text(), forwarded.source(), saidAt));
    }

    /** An earlier answer that was changed must not answer the question that is asked now. */
    private Optional<List<Reply>> edited(Incoming.Edited edited) {
        return linkage.who(edited.chat()).flatMap(presses::edited);
    }

    /** The conversation erases the rest. */
    private Optional<List<Reply>> left(Incoming.Left left) {
        linkage.who(left.chat()).ifPresent(linkage::unlink);
        return Optional.empty();
    }
}

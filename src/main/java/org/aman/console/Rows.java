package org.aman.console;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Life;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Updates and drafts as a list shows them. */
@Component
final class Rows {
    private final Topics topics;
    private final Offered offered;
    private final Messages messages;

    Rows(Topics topics, Offered offered, Messages messages) {
        this.topics = topics;
        this.offered = offered;
        this.messages = messages;
    }

    /** @param sign whether it tells what people hope for: YES, PARTLY or NO; empty where that is not known */
    record Row(
            String id, String title, String topic, String status, String sign, String state, String stateSaid,
            String places, String ends, String link) {}

    Messages messages() {
        return messages;
    }

    Row of(Update update, Updates.State state, Language language) {
        Life life = switch (state) {
            case HELD -> Life.HELD;
            case WITHDRAWN -> Life.WITHDRAWN;
            case PUBLISHED -> update.isCurrentAt(sheets().times().now()) ? Life.PUBLISHED : Life.EXPIRED;
        };
        return of(update, life, language);
    }

    Row of(Update update, Life life, Language language) {
        return new Row(
                update.id().value(),
                update.title().best(language),
                sheets().topic(update.topic().value(), language),
                status(update.topic().value(), update.status())
                        .map(status -> status.name().best(language))
                        .orElse(update.status()),
                sign(update.topic().value(), update.status()),
                Badges.of(life),
                sheets().text("state." + life, language),
                sheets().places(update.places(), language),
                life == Life.PUBLISHED || life == Life.EXPIRED ? ends(update, language) : "",
                "/console/updates/" + update.id());
    }

    /** @param link where pressing it leads */
    Row of(Draft draft, String link, Language language) {
        Written written = draft.written();
        String own = (language == Language.ARABIC ? written.arabic() : written.english()).title();
        String other = (language == Language.ARABIC ? written.english() : written.arabic()).title();
        return new Row(
                draft.id().value(),
                own.isBlank() ? other.isBlank() ? sheets().text("draft", language) : other : own,
                sheets().topic(written.topic(), language),
                status(written.topic(), written.status())
                        .map(status -> status.name().best(language))
                        .orElse(written.status()),
                sign(written.topic(), written.status()),
                Badges.of(draft.state()),
                sheets().text("state." + draft.state(), language),
                offered.named(written.places(), language).stream()
                        .map(Offered.Choice::name)
                        .collect(java.util.stream.Collectors.joining(" · ")),
                sheets().times().distance(draft.changedAt(), language),
                link);
    }

    private Optional<Topic.Status> status(String topic, String status) {
        return topic.isBlank() ? Optional.empty() : topics.topic(new Topic.Id(topic)).flatMap(one -> one.status(status));
    }

    private String sign(String topic, String status) {
        return status(topic, status).map(one -> one.polarity().name()).orElse("");
    }

    /** When it ends or ended, with the weekday and how far that is. */
    String ends(Update update, Language language) {
        Instant expires = update.expires();
        if (expires == null) {
            return sheets().text("never-ends", language);
        }
        return sheets().say(
                update.isCurrentAt(sheets().times().now()) ? "ends-at" : "ended-at",
                language,
                Map.of(
                        "when", sheets().times().moment(expires, language),
                        "far", sheets().times().distance(expires, language)));
    }

    Sheets sheets() {
        return offered.sheets();
    }
}

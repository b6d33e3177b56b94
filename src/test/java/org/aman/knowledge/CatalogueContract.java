package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How updates are listed and found, and who is reminded of what ends. */
abstract class CatalogueContract {
    private static final Duration SOON = Duration.ofHours(3);

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private Desks desks = null;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        desks = new Desks(database(), clock, change -> {});
        publish("camp-one", Sheets.camp("open"), "2020-01-12T20:00:00Z");
        clock.passes(Duration.ofSeconds(1));
        publish("camp-two", Sheets.in(Sheets.camp("full"), List.of("ariha")), "2020-01-12T18:00:00Z");
        clock.passes(Duration.ofSeconds(1));
        publish("leave-ariha", Sheets.evacuation("ordered"), "2020-01-13T04:00:00Z");
    }

    private void publish(String id, Written written, String expires) {
        Written whole = Sheets.named(written, id).checked("2020-01-12T15:30:00Z", expires);
        desks.updateDesk.publishAll(List.of(desks.check.read(whole).orElseThrow()), "import");
    }

    @Test
    void theLatestChangedComesFirstAPageAtATime() {
        assertThat(found(Catalogue.Wanted.ANY)).containsExactly("leave-ariha", "camp-two", "camp-one");
        Catalogue.Page page = desks.catalogue.find(Catalogue.Wanted.ANY, 1, 1);
        assertThat(page.rows()).extracting(row -> row.update().id().value()).containsExactly("camp-two");
        assertThat(page.all()).isEqualTo(3);
    }

    @Test
    void topicsPlacesWithAllInThemAndWordsNarrowIt() {
        assertThat(found(wanted("camp", null, null, ""))).containsExactly("camp-two", "camp-one");
        assertThat(found(wanted(null, "ariha", null, ""))).containsExactly("leave-ariha", "camp-two");
        assertThat(found(wanted(null, "idlib-governorate", null, ""))).hasSize(3);
        assertThat(found(wanted(null, null, null, "residents"))).containsExactly("leave-ariha");
        assertThat(found(wanted(null, null, null, "الأهالي"))).containsExactly("leave-ariha");
        assertThat(found(wanted(null, null, null, "مخيم"))).containsExactly("camp-two", "camp-one");
        assertThat(found(wanted("camp", "ariha", Life.PUBLISHED, "killi place"))).containsExactly("camp-two");
        assertThat(found(wanted(null, null, null, "nothing"))).isEmpty();
        assertThat(found(wanted(null, null, null, "' or 1=1 --"))).isEmpty();
    }

    @Test
    void statesFollowTheClockAndWhatReplacesWhat() {
        desks.hold(new Update.Id("camp-one"));
        assertThat(found(wanted(null, null, Life.HELD, ""))).containsExactly("camp-one");
        clock.passes(Duration.ofHours(2));
        assertThat(found(wanted(null, null, Life.EXPIRED, ""))).containsExactly("camp-two");
        assertThat(found(wanted(null, null, Life.PUBLISHED, ""))).containsExactly("leave-ariha");
        Update next = desks.check.read(Sheets.named(Sheets.evacuation("lifted"), "leave-2")).orElseThrow();
        desks.updateDesk.publishAll(List.of(replacing(next, "leave-ariha")), "import");
        assertThat(found(wanted(null, null, Life.SUPERSEDED, ""))).containsExactly("leave-ariha");
        assertThat(desks.catalogue.life(new Update.Id("leave-ariha"))).contains(Life.SUPERSEDED);
        desks.updateDesk.withdraw(Desks.RANA, new Update.Id("leave-2"), 1, "");
        assertThat(found(wanted(null, null, Life.SUPERSEDED, ""))).isEmpty();
        assertThat(desks.updates.answering(new Update.Id("leave-ariha"))).isPresent();
    }

    private static Update replacing(Update update, String former) {
        return new Update(
                update.id(), update.revision(), update.topic(), update.status(), update.places(), update.confidence(),
                update.severity(), update.verified(), update.expires(), update.location(),
                java.util.Set.of(new Update.Id(former)), update.title(), update.text(), update.questions(),
                update.sources());
    }

    @Test
    void law2WhatHasEndedIsOutByTheClockWithoutAnyJob() {
        assertThat(desks.updates.standing(clock.instant())).isEqualTo(new Updates.Standing(3, 0));
        clock.passes(Duration.ofHours(2));
        assertThat(desks.updates.standing(clock.instant())).isEqualTo(new Updates.Standing(2, 1));
        assertThat(desks.updates.answering(new Update.Id("camp-two")).orElseThrow().isCurrentAt(clock.instant()))
                .isFalse();
    }

    @Test
    void whatEndsSoonStandsInTheOrderOfItsEndOrOfDemand() {
        Following following = new Following(database().jdbc(), Desks.GAZETTEER, clock);
        assertThat(following.endingSoon(Duration.ofHours(5), id -> 0))
                .extracting(update -> update.id().value())
                .containsExactly("camp-two", "camp-one");
        assertThat(following.endingSoon(Duration.ofHours(5), id -> id.value().equals("camp-one") ? 9 : 0))
                .extracting(update -> update.id().value())
                .containsExactly("camp-one", "camp-two");
    }

    @Test
    void followersOfTheTopicOrTheAreaAreRemindedOncePerRevision() {
        Following following = new Following(database().jdbc(), Desks.GAZETTEER, clock);
        following.follow(Desks.RANA.id(), new Following.Followed(new Topic.Id("camp"), null));
        following.follow(Desks.RANA.id(), new Following.Followed(new Topic.Id("camp"), null));
        following.follow(Desks.OMAR.id(), new Following.Followed(null, new Place.Id("idlib-governorate")));
        following.follow(Desks.SALMA.id(), new Following.Followed(new Topic.Id("road"), null));
        assertThat(following.of(Desks.RANA.id())).hasSize(1);

        List<Following.Reminder> due = following.due(SOON);
        assertThat(due).extracting(reminder -> reminder.who().value()).containsExactly("omar", "rana");
        assertThat(due).allSatisfy(reminder -> {
            assertThat(reminder.update().id().value()).isEqualTo("camp-two");
            assertThat(reminder.due()).isEqualTo(Instant.parse("2020-01-12T18:00:00Z"));
        });
        assertThat(following.reminded(due.getFirst())).isTrue();
        assertThat(following.reminded(due.getFirst())).isFalse();
        assertThat(following.due(SOON)).extracting(reminder -> reminder.who().value()).containsExactly("rana");

        following.leave(Desks.RANA.id(), new Following.Followed(new Topic.Id("camp"), null));
        assertThat(following.due(SOON)).isEmpty();
        assertThat(desks.draftDesk.renew(Desks.RANA, new Update.Id("camp-two"), 1)).isInstanceOf(Ruling.Published.class);
        clock.passes(Duration.ofDays(7).minusHours(1));
        assertThat(following.due(SOON)).extracting(reminder -> reminder.who().value()).containsExactly("omar");
    }

    @Test
    void whoeverFollowsReadsJustWhatChangedSince() {
        long before = desks.updates.revision();
        desks.hold(new Update.Id("camp-one"));
        publish("camp-two", Sheets.camp("closed"), "2020-01-12T18:00:00Z");

        Updates.Change change = desks.updates.changesSince(before).orElseThrow();

        assertThat(change.gone()).containsExactly(new Update.Id("camp-one"));
        assertThat(change.now()).singleElement().satisfies(update -> assertThat(update.status()).isEqualTo("closed"));
        assertThat(change.revision()).isEqualTo(before + 2);
        assertThat(desks.updates.changesSince(change.revision()).orElseThrow().now()).isEmpty();
        assertThat(desks.updates.changesSince(change.revision() + 1)).isEmpty();
        assertThat(desks.updates.changesSince(-1)).isEmpty();
        database().jdbc().sql("delete from update_change where revision = 2").update();
        assertThat(desks.updates.changesSince(0)).isEmpty();
    }

    private static Catalogue.Wanted wanted(
            @Nullable String topic, @Nullable String place, @Nullable Life life, String words) {
        return new Catalogue.Wanted(
                topic == null ? null : new Topic.Id(topic), place == null ? null : new Place.Id(place), life, words);
    }

    private List<String> found(Catalogue.Wanted wanted) {
        return desks.catalogue.find(wanted, 0, 50).rows().stream()
                .map(row -> row.update().id().value())
                .toList();
    }
}

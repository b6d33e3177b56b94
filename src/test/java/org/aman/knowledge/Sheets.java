package org.aman.knowledge;

import java.util.List;

/** What volunteers of these tests write, without a fault. */
final class Sheets {
    private static final List<Written.Cited> SOURCES = List.of(new Written.Cited(
            "الدفاع المدني", "Civil Defence", "responder", "2020-01-12T17:00:00+02:00", "", "", "", false));

    private Sheets() {}

    static Written camp(String status) {
        return sheet(
                "camp", status, "killi-camps",
                new Written.Words("مخيمات كللي", "في مخيمات كللي 60 مكاناً.", List.of("هل يوجد مكان؟")),
                new Written.Words("The Killi camps", "The Killi camps have 60 places.", List.of("Is there room?")));
    }

    static Written evacuation(String status) {
        return sheet(
                "evacuation", status, "ariha",
                new Written.Words("الخروج", "دعا المجلس المحلي الأهالي إلى المغادرة.", List.of()),
                new Written.Words("Leaving", "The local council called on residents to leave.", List.of()));
    }

    static Written hazard(String status) {
        return sheet(
                "hazard", status, "ariha",
                new Written.Words("القصف", "لم تصلنا تقارير عن قصف منذ 12:00.", List.of()),
                new Written.Words("Shelling", "We have had no reports of shelling since 12:00.", List.of()));
    }

    private static Written sheet(
            String topic, String status, String place, Written.Words arabic, Written.Words english) {
        return new Written(
                "", topic, status, List.of(place), "confirmed", "", "2020-01-12T17:30:00+02:00", "", "", "", List.of(),
                arabic, english, SOURCES);
    }

    static Written in(Written one, List<String> places) {
        return new Written(
                one.id(), one.topic(), one.status(), places, one.confidence(), one.severity(), one.verified(),
                one.expires(), one.latitude(), one.longitude(), one.supersedes(), one.arabic(), one.english(),
                one.sources());
    }

    static Written replacing(Written one, List<String> former) {
        return new Written(
                one.id(), one.topic(), one.status(), one.places(), one.confidence(), one.severity(), one.verified(),
                one.expires(), one.latitude(), one.longitude(), former, one.arabic(), one.english(), one.sources());
    }

    static Written named(Written one, String id) {
        return one.named(id);
    }

    static Written saying(Written one, String arabic, String english) {
        return new Written(
                one.id(), one.topic(), one.status(), one.places(), one.confidence(), one.severity(), one.verified(),
                one.expires(), one.latitude(), one.longitude(), one.supersedes(),
                new Written.Words(one.arabic().title(), arabic, one.arabic().questions()),
                new Written.Words(one.english().title(), english, one.english().questions()), one.sources());
    }

    static Written at(Written one, String latitude, String longitude, boolean permitted) {
        return new Written(
                one.id(), one.topic(), one.status(), one.places(), one.confidence(), one.severity(), one.verified(),
                one.expires(), latitude, longitude, one.supersedes(), one.arabic(), one.english(),
                List.of(new Written.Cited(
                        "الإدارة", "Management", "responder", "2020-01-12T17:00:00+02:00", "", "", "", permitted)));
    }
}

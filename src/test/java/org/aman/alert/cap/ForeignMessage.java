package org.aman.alert.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import org.w3c.dom.Document;

/** A warning of another service for Saraqib, good in all its parts until a test spoils one. */
record ForeignMessage(String xml) {
    static final String SENDER = "alerts.neighbour.example";

    static ForeignMessage named(String identifier) {
        return new ForeignMessage("""
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>\
                <sender>alerts.neighbour.example</sender><sent>2020-01-12T15:50:00-00:00</sent>\
                <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>\
                <info><language>ar</language><category>Safety</category><event>Shelling</event>\
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                <expires>2020-01-12T22:00:00-00:00</expires><senderName>الدفاع المدني</senderName>\
                <headline>قصف على طرق سراقب.</headline><instruction>ابقوا في الأقبية.</instruction>\
                <area><areaDesc>سراقب</areaDesc><circle>35.862,36.806 3</circle></area></info>\
                <info><language>en</language><category>Safety</category><event>Shelling</event>\
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                <expires>2020-01-12T22:00:00-00:00</expires><senderName>Civil Defence</senderName>\
                <headline>Shelling on the roads of Saraqib.</headline><instruction>Stay in cellars.</instruction>\
                <area><areaDesc>Saraqib</areaDesc><circle>35.862,36.806 3</circle></area></info></alert>"""
                .replace("%s", identifier));
    }

    /** The same with one thing written otherwise. */
    ForeignMessage with(String from, String to) {
        if (!xml.contains(from)) {
            throw new IllegalArgumentException("Nowhere in it: " + from);
        }
        return new ForeignMessage(xml.replace(from, to));
    }

    ForeignMessage sentAt(String time) {
        return with("<sent>2020-01-12T15:50:00-00:00", "<sent>2020-01-12T" + time + "-00:00");
    }

    /** As an update, a cancel of an earlier one. */
    ForeignMessage about(String type, String sender, String identifier) {
        return with("<msgType>Alert", "<msgType>" + type)
                .with("<scope>Public</scope>", "<scope>Public</scope><references>" + sender + "," + identifier
                        + ",2020-01-12T15:50:00-00:00</references>");
    }

    String signed(KeyPair keys) {
        try {
            Document document = new SafeXml(1_000_000, () -> 0).read(xml.getBytes(UTF_8));
            new Signatures().sign(document, keys);
            return SafeXml.write(document);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }
}

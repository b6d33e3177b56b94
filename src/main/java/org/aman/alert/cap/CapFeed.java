package org.aman.alert.cap;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.aman.database.SigningKey;
import org.aman.language.Language;

/** The Atom feed of our documents: what stands, and what ended within two weeks. */
public final class CapFeed {
    /** Long enough for those who look rarely: a vanished entry reads as deleted. */
    private static final Duration ENDED_STAY = Duration.ofDays(14);

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Publications publications;
    private final Clock clock;
    private final CapSettings settings;
    private final OperatorSettings operator;
    private final SigningKey key;

    CapFeed(
            Publications publications, Clock clock, CapSettings settings, OperatorSettings operator, SigningKey key) {
        this.publications = publications;
        this.clock = clock;
        this.settings = settings;
        this.operator = operator;
        this.key = key;
    }

    /**
     * The feed as it is now.
     *
     * @param updated when its latest document was sent; the epoch for an empty feed
     */
    public record Issue(String document, Instant updated) {}

    /** The key with which readers check our signatures, as PEM. */
    public String publicKey() {
        return key.publicPem();
    }

    public Issue issue() {
        List<Publication> all = publications.endingAfter(clock.instant().minus(ENDED_STAY));
        Instant updated = all.isEmpty() ? Instant.EPOCH : all.getFirst().sent();
        try {
            return new Issue(write(all, updated), updated);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing the feed", e);
        }
    }

    private String write(List<Publication> all, Instant updated) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", "tag:" + settings.sender() + ",2020:cap");
        element(xml, "title", operator.name(Language.ARABIC) + " / "
                + operator.name(Language.ENGLISH));
        element(xml, "updated", CapTime.write(updated));
        link(xml, "self", "application/atom+xml", "/feeds/cap");
        xml.writeStartElement("author");
        element(xml, "name", operator.name(Language.ENGLISH));
        xml.writeEndElement();
        for (Publication one : all) {
            xml.writeStartElement("entry");
            element(xml, "id", "urn:uuid:" + one.identifier());
            element(xml, "title", one.title());
            element(xml, "updated", CapTime.write(one.sent()));
            element(xml, "published", CapTime.write(one.sent()));
            link(xml, "alternate", "application/cap+xml", "/feeds/cap/" + one.identifier());
            element(xml, "summary", one.title());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String relation, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", settings.address() + path);
    }
}

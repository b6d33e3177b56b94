package org.aman.alert.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML of strangers: no document type, no entities, nothing fetched, and limits on size, depth, parts and time. A
 * first look streams over the bytes and keeps nothing; only what passed it becomes a tree.
 */
final class SafeXml {
    private static final int DEEPEST = 16; // an alert with its signature is 7 deep
    private static final int MOST_PARTS = 20_000;
    private static final int MOST_ATTRIBUTES = 20;
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private final int mostBytes;
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that only goes forward, such as {@link System#nanoTime()} */
    SafeXml(int mostBytes, LongSupplier nanoseconds) {
        this.mostBytes = mostBytes;
        this.nanoseconds = nanoseconds;
    }

    Document read(byte[] bytes) throws Refused {
        if (bytes.length > mostBytes) {
            throw new Refused(Reason.TOO_LARGE);
        }
        look(bytes);
        try {
            return builder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException e) {
            throw new Refused(Reason.BROKEN);
        }
    }

    private void look(byte[] bytes) throws Refused {
        long began = nanoseconds.getAsLong();
        int depth = 0;
        int parts = 0;
        try {
            XMLStreamReader reader = streams().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                depth += step(reader);
                if (depth > DEEPEST || ++parts > MOST_PARTS) {
                    throw new Refused(Reason.TOO_DEEP);
                }
                if (nanoseconds.getAsLong() - began > LONGEST) {
                    throw new Refused(Reason.TOO_SLOW);
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Some parsers throw what is no XMLStreamException where bytes are no text at all.
            throw new Refused(Reason.BROKEN);
        }
    }

    /** One part further; how much deeper or shallower that is. */
    private static int step(XMLStreamReader reader) throws XMLStreamException, Refused {
        return switch (reader.next()) {
            case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE, XMLStreamReader.ENTITY_DECLARATION ->
                throw new Refused(Reason.DOCTYPE);
            case XMLStreamReader.PROCESSING_INSTRUCTION -> throw new Refused(Reason.UNEXPECTED);
            case XMLStreamReader.START_ELEMENT -> {
                if (reader.getAttributeCount() + reader.getNamespaceCount() > MOST_ATTRIBUTES) {
                    throw new Refused(Reason.TOO_DEEP);
                }
                yield 1;
            }
            case XMLStreamReader.END_ELEMENT -> -1;
            default -> 0;
        };
    }

    private static XMLInputFactory streams() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot read XML safely", e);
        }
    }

    /** An empty tree to write into. */
    static Document blank() {
        return builder().newDocument();
    }

    /** The tree as text, without changing a sign that a signature covers. */
    static String write(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("Writing a document", e);
        }
    }

    /** Says nothing to the standard streams: a broken document is told by its reason. */
    private static final class Silent extends DefaultHandler {
        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

package org.aman.alert.cap;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a message as a tree, every element in CAP's order. */
final class CapWriter {
    private final Document document = SafeXml.blank();

    private CapWriter() {}

    static Document write(CapAlert alert) {
        return new CapWriter().alert(alert);
    }

    private Document alert(CapAlert alert) {
        Element root = document.createElementNS(Elements.CAP, "alert");
        // Said as an attribute too: a signature covers only what stands in the tree, as readers will see it.
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, Elements.CAP);
        document.appendChild(root);
        CapAlert.Margin margin = alert.margin();
        put(root, "identifier", alert.name().identifier());
        put(root, "sender", alert.name().sender());
        put(root, "sent", CapTime.write(alert.name().sent()));
        put(root, "status", alert.status().word());
        put(root, "msgType", alert.type().word());
        put(root, "source", margin.source());
        put(root, "scope", alert.scope().word());
        put(root, "restriction", margin.restriction());
        put(root, "addresses", margin.addresses());
        margin.codes().forEach(code -> put(root, "code", code));
        put(root, "note", margin.note());
        put(root, "references", references(alert.references()));
        put(root, "incidents", margin.incidents());
        each(root, "info", alert.infos(), this::info);
        return document;
    }

    private static @Nullable String references(List<Reference> references) {
        return references.isEmpty()
                ? null
                : references.stream().map(Reference::written).collect(Collectors.joining(" "));
    }

    private void info(Element element, CapInfo info) {
        put(element, "language", info.language());
        info.categories().forEach(one -> put(element, "category", one.word()));
        put(element, "event", info.event());
        info.responses().forEach(one -> put(element, "responseType", one.word()));
        put(element, "urgency", info.judgement().urgency().word());
        put(element, "severity", info.judgement().severity().word());
        put(element, "certainty", info.judgement().certainty().word());
        put(element, "audience", info.texts().audience());
        each(element, "eventCode", info.eventCodes(), this::pair);
        put(element, "effective", time(info.times().effective()));
        put(element, "onset", time(info.times().onset()));
        put(element, "expires", time(info.times().expires()));
        texts(element, info.texts());
        each(element, "parameter", info.parameters(), this::pair);
        each(element, "resource", info.resources(), this::resource);
        each(element, "area", info.areas(), this::area);
    }

    private void texts(Element element, CapInfo.Texts texts) {
        put(element, "senderName", texts.senderName());
        put(element, "headline", texts.headline());
        put(element, "description", texts.description());
        put(element, "instruction", texts.instruction());
        put(element, "web", texts.web());
        put(element, "contact", texts.contact());
    }

    private void resource(Element element, CapResource resource) {
        put(element, "resourceDesc", resource.description());
        put(element, "mimeType", resource.mimeType());
        put(element, "size", resource.size());
        put(element, "uri", resource.uri());
        put(element, "digest", resource.digest());
    }

    private void area(Element element, CapArea area) {
        put(element, "areaDesc", area.description());
        area.polygons().forEach(one -> put(element, "polygon", one.written()));
        area.circles().forEach(one -> put(element, "circle", one.written()));
        each(element, "geocode", area.geocodes(), this::pair);
        put(element, "altitude", area.altitude() == null ? null : area.altitude().toPlainString());
        put(element, "ceiling", area.ceiling() == null ? null : area.ceiling().toPlainString());
    }

    private void pair(Element element, CapPair pair) {
        put(element, "valueName", pair.name());
        put(element, "value", pair.value());
    }

    private <T> void each(Element parent, String name, List<T> all, BiConsumer<Element, T> write) {
        for (T one : all) {
            Element element = document.createElementNS(Elements.CAP, name);
            parent.appendChild(element);
            write.accept(element, one);
        }
    }

    private void put(Element parent, String name, @Nullable Object value) {
        if (value != null) {
            Element element = document.createElementNS(Elements.CAP, name);
            element.appendChild(document.createTextNode(value.toString()));
            parent.appendChild(element);
        }
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : CapTime.write(moment);
    }
}

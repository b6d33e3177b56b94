package org.aman.alert.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Everything that is wrong with a document, at once: what OASIS's schema refuses, and what it lets through and nobody
 * should take.
 */
final class CapRules {
    private static final Map<String, Order> ORDERS = Map.of(
            "info", Order.INFO,
            "resource", Order.RESOURCE,
            "area", Order.AREA,
            "eventCode", Order.PAIR,
            "parameter", Order.PAIR,
            "geocode", Order.PAIR);

    private final Shapes shapes;

    CapRules(Shapes shapes) {
        this.shapes = shapes;
    }

    /** All faults, in the order of the document; none where it can be taken as it is. */
    List<Fault> faults(Element alert) {
        if (!Elements.is(alert, Elements.CAP, "alert")) {
            return List.of(new Fault("", Reason.NOT_CAP));
        }
        List<Fault> faults = new ArrayList<>(Order.ALERT.faults(alert, ""));
        walk(alert, "", faults);
        message(alert, faults);
        return List.copyOf(faults);
    }

    private void walk(Element parent, String path, List<Fault> faults) {
        Map<String, Integer> counted = new HashMap<>();
        for (Element child : Elements.below(parent)) {
            if (!Elements.CAP.equals(child.getNamespaceURI())) {
                continue; // told by its order
            }
            String name = child.getLocalName();
            int number = counted.merge(name, 1, Integer::sum);
            Order order = ORDERS.get(name);
            if (order == null) {
                leaf(child, path + name).ifPresent(faults::add);
            } else {
                String where = path + name + "[" + number + "]/";
                faults.addAll(order.faults(child, where));
                walk(child, where, faults);
            }
        }
    }

    private Optional<Fault> leaf(Element element, String where) {
        if (!Elements.below(element).isEmpty()) {
            return Optional.of(new Fault(where, Reason.MARKUP));
        }
        String text = Elements.text(element);
        Optional<Reason> reason =
                switch (element.getLocalName()) {
                    case "polygon" -> text.isEmpty() ? Optional.of(Reason.EMPTY) : shapes.polygon(text);
                    case "circle" -> text.isEmpty() ? Optional.of(Reason.EMPTY) : shapes.circle(text);
                    default -> Values.fault(element.getLocalName(), text);
                };
        return reason.map(one -> new Fault(where, one));
    }

    /** What only shows when parts are held against each other. */
    private static void message(Element alert, List<Fault> faults) {
        Optional<CapAlert.Type> type = Elements.text(alert, "msgType").flatMap(word -> Word.of(CapAlert.Type.class, word));
        if (type.isPresent()
                && type.get() != CapAlert.Type.ALERT
                && Elements.text(alert, "references").filter(text -> !text.isEmpty()).isEmpty()) {
            faults.add(new Fault("references", Reason.NO_REFERENCES));
        }
        namesItself(alert).ifPresent(faults::add);
        scope(alert).ifPresent(faults::add);
        List<Element> infos = Elements.all(alert, "info");
        if (infos.isEmpty()) {
            faults.add(new Fault("info", Reason.NO_INFO));
        }
        Optional<Instant> sent = Elements.text(alert, "sent").flatMap(CapTime::read);
        for (int i = 0; i < infos.size(); i++) {
            times(infos.get(i), sent, "info[" + (i + 1) + "]/").ifPresent(faults::add);
            heights(infos.get(i), "info[" + (i + 1) + "]/", faults);
        }
    }

    private static Optional<Fault> namesItself(Element alert) {
        String itself = Elements.text(alert, "sender").orElse("") + ","
                + Elements.text(alert, "identifier").orElse("") + ",";
        return Elements.text(alert, "references")
                .filter(text -> text.startsWith(itself) || text.contains(" " + itself))
                .map(text -> new Fault("references", Reason.GARBAGE_REFERENCES));
    }

    private static Optional<Fault> scope(Element alert) {
        String scope = Elements.text(alert, "scope").orElse("");
        boolean without = (scope.equals("Restricted") && Elements.text(alert, "restriction").isEmpty())
                || (scope.equals("Private") && Elements.text(alert, "addresses").isEmpty());
        return without ? Optional.of(new Fault("scope", Reason.LIMITED_WITHOUT)) : Optional.empty();
    }

    private static Optional<Fault> times(Element info, Optional<Instant> sent, String path) {
        Optional<Instant> expires = Elements.text(info, "expires").flatMap(CapTime::read);
        Optional<Instant> effective = Elements.text(info, "effective").flatMap(CapTime::read);
        Optional<Instant> onset = Elements.text(info, "onset").flatMap(CapTime::read);
        boolean early = expires.isPresent()
                && (isNotBefore(sent, expires) || isNotBefore(effective, expires) || isNotBefore(onset, expires));
        return early ? Optional.of(new Fault(path + "expires", Reason.EXPIRES_EARLY)) : Optional.empty();
    }

    private static boolean isNotBefore(Optional<Instant> begin, Optional<Instant> end) {
        return begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get());
    }

    private static void heights(Element info, String path, List<Fault> faults) {
        List<Element> areas = Elements.all(info, "area");
        for (int i = 0; i < areas.size(); i++) {
            if (Elements.first(areas.get(i), "ceiling").isPresent()
                    && Elements.first(areas.get(i), "altitude").isEmpty()) {
                faults.add(new Fault(path + "area[" + (i + 1) + "]/altitude", Reason.MISSING));
            }
        }
    }
}

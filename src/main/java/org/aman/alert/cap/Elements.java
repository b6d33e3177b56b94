package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks into a tree by the names of CAP. */
final class Elements {
    static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private Elements() {}

    /** All elements directly below. */
    static List<Element> below(Element parent) {
        List<Element> below = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                below.add(element);
            }
        }
        return below;
    }

    /** The elements of this name directly below, in their order. */
    static List<Element> all(Element parent, String name) {
        return below(parent).stream().filter(one -> is(one, CAP, name)).toList();
    }

    static Optional<Element> first(Element parent, String name) {
        return all(parent, name).stream().findFirst();
    }

    /** The words of the first element of this name; empty where there is none. */
    static Optional<String> text(Element parent, String name) {
        return first(parent, name).map(Elements::text);
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}

package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/** Which elements stand in another, in which order and how often: CAP's schema as one line each. */
enum Order {
    ALERT("identifier sender sent status msgType source? scope restriction? addresses? code* note? references?"
            + " incidents? info*"),
    INFO("language? category+ event responseType* urgency severity certainty audience? eventCode* effective? onset?"
            + " expires? senderName? headline? description? instruction? web? contact? parameter* resource* area*"),
    RESOURCE("resourceDesc mimeType size? uri? derefUri? digest?"),
    AREA("areaDesc polygon* circle* geocode* altitude? ceiling?"),
    PAIR("valueName value");

    private final List<Part> parts;

    Order(String line) {
        parts = Arrays.stream(line.split(" ")).map(Part::of).toList();
    }

    private record Part(String name, boolean required, boolean repeated) {
        static Part of(String written) {
            char mark = written.charAt(written.length() - 1);
            boolean marked = "?*+".indexOf(mark) >= 0;
            return new Part(
                    marked ? written.substring(0, written.length() - 1) : written,
                    !marked || mark == '+',
                    mark == '*' || mark == '+');
        }
    }

    /** What is missing, and what stands where nothing of its name may stand. */
    List<Fault> faults(Element parent, String where) {
        List<Fault> faults = new ArrayList<>();
        int at = 0;
        boolean taken = false;
        for (Element child : Elements.below(parent)) {
            if (this == ALERT && Elements.SIGNATURE.equals(child.getNamespaceURI())) {
                at = parts.size(); // whatever comes after a signature is out of place
                continue;
            }
            int found = find(child, taken && at < parts.size() && !parts.get(at).repeated() ? at + 1 : at);
            if (found < 0) {
                faults.add(new Fault(where + name(child), Reason.UNEXPECTED));
            } else {
                at = found;
                taken = true;
            }
        }
        parts.stream()
                .filter(Part::required)
                .filter(part -> Elements.first(parent, part.name()).isEmpty())
                .forEach(part -> faults.add(new Fault(where + part.name(), Reason.MISSING)));
        return faults;
    }

    private int find(Element child, int from) {
        for (int i = from; i < parts.size(); i++) {
            if (Elements.is(child, Elements.CAP, parts.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    /** Never a stranger's own word: it might be anything. */
    private String name(Element child) {
        return parts.stream().anyMatch(part -> part.name().equals(child.getLocalName())) ? child.getLocalName() : "*";
    }
}

package org.aman.alert.cap;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/** Makes signed documents of our messages. What any reader would refuse is never signed. */
final class Press {
    private final CapRules rules;
    private final KeyPair keys;
    private final Signatures signatures = new Signatures();

    Press(CapRules rules, KeyPair keys) {
        this.rules = rules;
        this.keys = keys;
    }

    /** The document, signed. */
    String print(CapAlert alert) throws Refused {
        Document document = CapWriter.write(alert);
        List<Fault> faults = new ArrayList<>(rules.faults(document.getDocumentElement()));
        faults.addAll(OwnRules.faults(alert));
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        signatures.sign(document, keys);
        return SafeXml.write(document);
    }
}

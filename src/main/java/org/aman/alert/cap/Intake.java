package org.aman.alert.cap;

import java.security.PublicKey;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.w3c.dom.Document;

/** Takes documents of strangers: first as bytes, then whether a pinned key signed them, then all they say. */
final class Intake {
    /** A message in six languages with its areas is about 60 kB. */
    static final int MOST_BYTES = 512 * 1024;

    private final SafeXml xml;
    private final Signatures signatures = new Signatures();
    private final CapReader reader;

    Intake(CapRules rules, LongSupplier nanoseconds) {
        this.xml = new SafeXml(MOST_BYTES, nanoseconds);
        this.reader = new CapReader(rules);
    }

    /** The message in these bytes, if one of these keys signed it. */
    CapAlert take(byte[] bytes, Collection<PublicKey> pinned) throws Refused {
        Document document = xml.read(bytes);
        if (!Elements.is(document.getDocumentElement(), Elements.CAP, "alert")) {
            throw new Refused(Reason.NOT_CAP);
        }
        signatures.verify(document, pinned);
        return reader.read(document.getDocumentElement());
    }
}

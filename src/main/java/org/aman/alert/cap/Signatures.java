package org.aman.alert.cap;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Enveloped XML signatures. Ours covers the whole document; of others only such a one is taken, made with a key that was
 * pinned beforehand: what key a document brings along itself is never looked at.
 */
final class Signatures {
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;
    private static final Set<String> METHODS = Set.of(
            ECDSA,
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
    private static final Set<String> DIGESTS =
            Set.of(DigestMethod.SHA256, "http://www.w3.org/2001/04/xmldsig-more#sha384", DigestMethod.SHA512);
    private static final Set<String> CANONICAL = Set.of(EXCLUSIVE, CanonicalizationMethod.INCLUSIVE);
    private static final String SECURE = "org.jcp.xml.dsig.secureValidation";

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

    /** Signs the whole document with an EC key; the signature becomes the last element of its root. */
    void sign(Document document, KeyPair keys) {
        try {
            Reference whole = factory.newReference(
                    "",
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo signed = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(ECDSA, null),
                    List.of(whole));
            KeyInfoFactory infos = factory.getKeyInfoFactory();
            factory.newXMLSignature(
                            signed, infos.newKeyInfo(List.of(infos.newKeyValue(keys.getPublic()))))
                    .sign(new DOMSignContext(keys.getPrivate(), document.getDocumentElement()));
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("Signing a document", e);
        }
    }

    /** Refuses a document that none of these keys signed as a whole. */
    void verify(Document document, Collection<PublicKey> pinned) throws Refused {
        Element signature = only(document);
        for (PublicKey key : pinned) {
            if (isBy(signature, key)) {
                return;
            }
        }
        throw new Refused(Reason.SIGNATURE);
    }

    /** The one signature, at the one place for it: others could be moved about to cover something else. */
    private static Element only(Document document) throws Refused {
        var all = document.getElementsByTagNameNS(Elements.SIGNATURE, "Signature");
        if (all.getLength() == 0) {
            throw new Refused(Reason.UNSIGNED);
        }
        if (all.getLength() > 1
                || !(all.item(0) instanceof Element signature)
                || signature.getParentNode() != document.getDocumentElement()) {
            throw new Refused(Reason.SIGNATURE);
        }
        return signature;
    }

    private boolean isBy(Element signature, Key key) {
        try {
            DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
            context.setProperty(SECURE, true);
            XMLSignature read = factory.unmarshalXMLSignature(context);
            return coversAll(read.getSignedInfo()) && read.getObjects().isEmpty() && read.validate(context);
        } catch (MarshalException | XMLSignatureException | RuntimeException e) {
            // The library throws a dozen kinds of runtime exception at malformed signatures: each means no.
            return false;
        }
    }

    private static boolean coversAll(SignedInfo signed) {
        List<Reference> references = signed.getReferences();
        if (references.size() != 1
                || !"".equals(references.getFirst().getURI())
                || !METHODS.contains(signed.getSignatureMethod().getAlgorithm())
                || !CANONICAL.contains(signed.getCanonicalizationMethod().getAlgorithm())
                || !DIGESTS.contains(references.getFirst().getDigestMethod().getAlgorithm())) {
            return false;
        }
        List<Transform> transforms = references.getFirst().getTransforms();
        Set<String> names = transforms.stream().map(Transform::getAlgorithm).collect(Collectors.toSet());
        return names.contains(Transform.ENVELOPED)
                && transforms.size() <= 2
                && names.stream().allMatch(name -> name.equals(Transform.ENVELOPED) || CANONICAL.contains(name));
    }
}

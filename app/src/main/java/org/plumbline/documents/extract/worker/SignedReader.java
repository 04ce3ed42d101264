package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.util.encoders.Base64;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Shortfall;

/** Reads signed and enveloped data (CMS, RFC 5652): what was signed is a child; what is enveloped needs a key. */
final class SignedReader implements FormatReader {
    private static final int LARGEST = 96 << 20;

    @Override
    public void read(Source source, Gathering into) throws IOException, CMSException {
        byte[] bytes;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
            bytes = der(in.readNBytes(LARGEST));
        }
        ContentInfo info;
        try (ASN1InputStream in = new ASN1InputStream(bytes)) {
            ASN1Primitive object = in.readObject();
            info = ContentInfo.getInstance(object);
        } catch (IllegalArgumentException e) {
            into.note(new Shortfall.Damaged(Verdict.word(e)));
            return;
        }
        if (info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            CMSTypedData content = new CMSSignedData(info).getSignedContent();
            if (content != null && content.getContent() instanceof byte[] signed) {
                String name = Names.stem(Names.last(source.name()));
                into.child(new java.io.ByteArrayInputStream(signed), name, name, null, Child.Relation.EMBEDDED);
            }
        } else if (info.getContentType().equals(CMSObjectIdentifiers.envelopedData)
                || info.getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)
                || info.getContentType().equals(CMSObjectIdentifiers.encryptedData)) {
            into.rule(new Outcome.Encrypted());
        } else {
            into.rule(new Outcome.Unsupported("CMS", info.getContentType().getId()));
        }
    }

    /** The bytes themselves, out of their text armour where they have one. */
    private static byte[] der(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == 0x30) {
            return bytes;
        }
        String text = new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).replaceAll("-----[^-]*-----", "");
        try {
            return Base64.decode(text.strip());
        } catch (RuntimeException e) {
            // No armour either: what reads it next will say that it is broken.
            return bytes;
        }
    }
}

package org.plumbline.engine.evidence.custody;

import java.util.Base64;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/** Signatures as canonical text. */
final class SignatureForm {
    private SignatureForm() {}

    static byte[] write(Signature signature) {
        var fields = new Writing().with("way", signature.way());
        return switch (signature) {
            case Signature.Passkey passkey ->
                fields.with("algorithm", passkey.algorithm().code())
                        .with("public_key", Strict.base64(passkey.publicKey()))
                        .with("credential", url(passkey.credential()))
                        .with("authenticator_data", url(passkey.authenticatorData()))
                        .with("client_data", url(passkey.clientData()))
                        .with("signature", url(passkey.signature()))
                        .bytes();
            case Signature.Attested attested ->
                fields.with("by", attested.by())
                        .with("proof", attested.proof())
                        .with("proven_at", attested.provenAt())
                        .bytes();
        };
    }

    static Signature read(byte[] canonical) throws Broken {
        Reading fields = Reading.of(canonical);
        Signature signature = switch (fields.text("way")) {
            case "passkey" ->
                new Signature.Passkey(
                        Signature.Algorithm.ofCode(fields.text("algorithm"))
                                .orElseThrow(() -> Reading.form("algorithm")),
                        base64(fields.text("public_key")),
                        bytes(fields, "credential"),
                        bytes(fields, "authenticator_data"),
                        bytes(fields, "client_data"),
                        bytes(fields, "signature"));
            case "attested" ->
                new Signature.Attested(by(fields.text("by")), fields.text("proof"), fields.instant("proven_at"));
            default -> throw Reading.form("way");
        };
        fields.end();
        return signature;
    }

    private static String by(String by) throws Broken {
        if (by.equals("session") || by.equals("token")) {
            return by;
        }
        throw Reading.form("by");
    }

    private static byte[] base64(String text) throws Broken {
        try {
            return Strict.base64(text);
        } catch (Refused refused) {
            throw Reading.form("public_key");
        }
    }

    static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(Reading fields, String name) throws Broken {
        String text = fields.text(name);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (url(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notOne) {
            // Refused below, like bytes in another form.
        }
        throw Reading.form(name);
    }
}

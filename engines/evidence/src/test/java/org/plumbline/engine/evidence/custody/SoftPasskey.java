package org.plumbline.engine.evidence.custody;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** A device with one passkey, in memory, that signs acts as a browser has it. */
final class SoftPasskey {
    String type = "webauthn.get";
    String origin = "https://plumbline.example";
    String site = "plumbline.example";
    int flags = 5;

    private final Signature.Algorithm algorithm;
    private final KeyPair pair;

    SoftPasskey(Signature.Algorithm algorithm) throws GeneralSecurityException {
        this.algorithm = algorithm;
        KeyPairGenerator generator = KeyPairGenerator.getInstance(
                switch (algorithm) {
                    case ES256 -> "EC";
                    case EDDSA -> "Ed25519";
                    case RS256 -> "RSA";
                });
        if (algorithm == Signature.Algorithm.ES256) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        this.pair = generator.generateKeyPair();
    }

    Signature.Passkey sign(ActDigest act) throws GeneralSecurityException {
        return sign("{\"type\":\"" + type + "\",\"challenge\":\"" + SignatureForm.url(act.bytes()) + "\",\"origin\":\""
                + origin + "\",\"crossOrigin\":false,\"other\":{\"a\":[1,true,null,\"x\"]}}");
    }

    Signature.Passkey sign(String client) throws GeneralSecurityException {
        byte[] clientData = client.getBytes(StandardCharsets.UTF_8);
        byte[] data = ByteBuffer.allocate(37)
                .put(ActDigest.sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(7)
                .array();
        var signer = java.security.Signature.getInstance(
                switch (algorithm) {
                    case ES256 -> "SHA256withECDSA";
                    case EDDSA -> "Ed25519";
                    case RS256 -> "SHA256withRSA";
                });
        signer.initSign(pair.getPrivate());
        signer.update(data);
        signer.update(ActDigest.sha256(clientData));
        return new Signature.Passkey(
                algorithm, pair.getPublic().getEncoded(), new byte[] {1, 2}, data, clientData, signer.sign());
    }
}

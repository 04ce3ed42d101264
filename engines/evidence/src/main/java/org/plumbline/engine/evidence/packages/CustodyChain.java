package org.plumbline.engine.evidence.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * The chain of custody of an exhibit as one file: its receipt and its acts, each with its signatures.
 *
 * @param acts in their order; none where nothing was done with it since it came in
 */
public record CustodyChain(Receipt receipt, List<SignedAct> acts) {
    private static final String FORMAT = "plumbline.org/custody-chain@v1";

    public CustodyChain {
        acts = List.copyOf(acts);
    }

    /** The canonical bytes. */
    public byte[] canonical() {
        try {
            var fields = new LinkedHashMap<String, Json>();
            fields.put("format", new Json.Text(FORMAT));
            fields.put("receipt", CanonicalJson.read(receipt.canonical()));
            var list = new ArrayList<Json>();
            for (SignedAct act : acts) {
                list.add(json(act));
            }
            fields.put("acts", new Json.Items(list));
            return CanonicalJson.write(new Json.Fields(fields));
        } catch (Refused e) {
            throw new IllegalStateException("What is canonical cannot be read: " + e.detail(), e);
        }
    }

    private static Json json(SignedAct act) throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("act", CanonicalJson.read(act.act().canonical()));
        fields.put("signature", CanonicalJson.read(act.signature().canonical()));
        if (act.witness().isPresent()) {
            fields.put("witness", CanonicalJson.read(act.witness().get().canonical()));
        }
        return new Json.Fields(fields);
    }

    /** Reads a chain in its one form; whether it keeps the rules is asked apart. */
    public static CustodyChain read(byte[] canonical) throws Refused {
        Map<String, Json> fields = fields(CanonicalJson.read(canonical));
        if (!new Json.Text(FORMAT).equals(fields.get("format"))) {
            throw new Refused(Fault.EXPORT_FORM, "a chain of no known format");
        }
        try {
            var acts = new ArrayList<SignedAct>();
            if (fields.get("acts") instanceof Json.Items items) {
                for (Json item : items.values()) {
                    acts.add(act(fields(item)));
                }
            }
            var chain = new CustodyChain(Receipt.read(part(fields, "receipt")), acts);
            if (!Arrays.equals(chain.canonical(), canonical)) {
                throw new Refused(Fault.EXPORT_FORM, "a chain with fields of no known meaning");
            }
            return chain;
        } catch (Broken e) {
            throw new Refused(Fault.EXPORT_FORM, String.valueOf(e.getMessage()));
        }
    }

    private static SignedAct act(Map<String, Json> fields) throws Refused, Broken {
        return new SignedAct(
                Act.read(part(fields, "act")),
                Signature.read(part(fields, "signature")),
                fields.containsKey("witness")
                        ? Optional.of(Signature.read(part(fields, "witness")))
                        : Optional.empty());
    }

    private static byte[] part(Map<String, Json> fields, String name) throws Refused {
        Json part = fields.get(name);
        if (part == null) {
            throw new Refused(Fault.EXPORT_FORM, "a chain without \"" + name + "\"");
        }
        return CanonicalJson.write(part);
    }

    private static Map<String, Json> fields(Json value) throws Refused {
        if (value instanceof Json.Fields fields) {
            return fields.values();
        }
        throw new Refused(Fault.EXPORT_FORM, "no object where one belongs");
    }
}

package org.plumbline.engine.evidence.caseuco;

import java.util.LinkedHashMap;
import java.util.Map;

/** The namespaces of CASE and UCO 1.4, by the prefixes that people know them by. */
final class Vocabulary {
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String INVESTIGATION = "https://ontology.caseontology.org/case/investigation/";
    static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";
    static final String CORE = UCO + "core/";
    static final String ACTION = UCO + "action/";
    static final String IDENTITY = UCO + "identity/";
    static final String OBSERVABLE = UCO + "observable/";
    static final String TOOL = UCO + "tool/";
    static final String TYPES = UCO + "types/";

    /** Of things that only our own installation names; nothing is served there. */
    static final String OURS = "https://plumbline.invalid/kb/";

    static final Map<String, String> PREFIXES = prefixes();

    private Vocabulary() {}

    private static Map<String, String> prefixes() {
        var all = new LinkedHashMap<String, String>();
        all.put("kb", OURS);
        all.put("case-investigation", INVESTIGATION);
        all.put("uco-action", ACTION);
        all.put("uco-core", CORE);
        all.put("uco-identity", IDENTITY);
        all.put("uco-observable", OBSERVABLE);
        all.put("uco-tool", TOOL);
        all.put("uco-types", TYPES);
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("xsd", XSD);
        return all;
    }
}

package org.plumbline.engine.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.Vectors;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import tools.jackson.databind.JsonNode;

/** The proofs of transparency-dev/merkle, right and deliberately wrong. */
class SharedVectorsTest {
    @BeforeEach
    void vectorsAreThere() {
        assumeTrue(Vectors.areThere(), "no vectors beside this checkout");
    }

    @Test
    void inclusionProofsAreJudgedAsTheVectorsSay() throws Exception {
        judge(
                "inclusion",
                98,
                6,
                v -> new InclusionProof(number(v, "leafIdx"), number(v, "treeSize"), path(v))
                        .verify(hash(v, "leafHash"), hash(v, "root")));
    }

    @Test
    void consistencyProofsAreJudgedAsTheVectorsSay() throws Exception {
        judge(
                "consistency",
                98,
                6,
                v -> new ConsistencyProof(number(v, "size1"), number(v, "size2"), path(v))
                        .verify(hash(v, "root1"), hash(v, "root2")));
    }

    @Test
    void subtreeInclusionProofsAreJudgedAsTheVectorsSay() throws Exception {
        judge(
                "subtreeinclusion",
                204,
                12,
                v -> new SubtreeInclusionProof(number(v, "leafIdx"), subtree(v), path(v))
                        .verify(hash(v, "leafHash"), hash(v, "root")));
    }

    @Test
    void subtreeConsistencyProofsAreJudgedAsTheVectorsSay() throws Exception {
        judge(
                "subtreeconsistency",
                118,
                12,
                v -> new SubtreeConsistencyProof(subtree(v), number(v, "size"), path(v))
                        .verify(hash(v, "root1"), hash(v, "root2")));
    }

    private interface Verification {
        void run(JsonNode vector) throws Refused;
    }

    private static void judge(String kind, int files, int right, Verification verification) throws IOException {
        var others = new ArrayList<String>();
        var faults = new TreeMap<String, Integer>();
        int accepted = 0;
        for (Path file : Vectors.json("merkle/" + kind)) {
            JsonNode vector = Vectors.read(file);
            String verdict = verdict(verification, vector);
            faults.merge(verdict, 1, Integer::sum);
            accepted += verdict.equals("right") ? 1 : 0;
            if (verdict.equals("right") == vector.get("wantErr").booleanValue()) {
                others.add(file + ": " + verdict);
            }
        }

        System.out.println(kind + " vectors: " + faults);
        assertThat(others).isEmpty();
        assertThat(accepted).isEqualTo(right);
        assertThat(faults.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(files);
    }

    private static String verdict(Verification verification, JsonNode vector) {
        try {
            verification.run(vector);
            return "right";
        } catch (Refused e) {
            return e.fault().code();
        }
    }

    private static Subtree subtree(JsonNode vector) throws Refused {
        return Subtree.of(number(vector, "start"), number(vector, "end"));
    }

    private static long number(JsonNode vector, String name) throws Refused {
        return Strict.decimal(vector.get(name).asString());
    }

    /** Some vectors have words such as "don't care 1" for a root; the hash of the words stands for any such root. */
    private static Hash hash(JsonNode vector, String name) throws Refused {
        byte[] bytes = Strict.base64(vector.get(name).asString());
        boolean words = bytes.length > 0 && bytes.length < Hash.BYTES;
        return words ? hashOf(new String(bytes, StandardCharsets.US_ASCII)) : Hash.of(bytes);
    }

    private static Hash hashOf(String words) throws Refused {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Hash> path(JsonNode vector) throws Refused {
        var path = new ArrayList<Hash>();
        for (JsonNode each : vector.get("proof")) {
            path.add(Hash.parse(each.asString()));
        }
        return path;
    }
}

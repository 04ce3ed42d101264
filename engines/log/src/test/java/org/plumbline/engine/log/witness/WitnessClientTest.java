package org.plumbline.engine.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.Faults;
import org.plumbline.engine.log.Harbour;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Subtree;
import org.plumbline.engine.log.tree.Tree;

/** Client and witness over HTTP on this machine. */
class WitnessClientTest {
    @TempDir
    Path folder;

    @TempDir
    Path witnessFolder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<byte[]> asked = new ArrayList<>();
    private HttpServer server;
    private Function<byte[], Reply> answer;
    private Log log;

    @BeforeEach
    void witnessServes() throws Exception {
        log = Log.open(new FileTileStore(folder), Harbour.MEMORY);
        log.append(Harbour.entries(0, 300));
        var witness = new Witness(
                List.of(Harbour.COURT),
                Map.of(Harbour.ORIGIN, List.of(Harbour.LOG_KEY.verifier())),
                new FileHeads(witnessFolder),
                Harbour.CLOCK);
        answer = body -> {
            try {
                return witness.addCheckpoint(body);
            } catch (IOException | Refused e) {
                throw new UncheckedIOException(new IOException(e));
            }
        };
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/witness/add-checkpoint", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void checkpointComesBackCosigned() throws Exception {
        Note note = note(log.tree());

        List<NoteSignature> cosignatures = client(Harbour.COURT).cosign(note, 0, none());

        assertThat(note.with(cosignatures).verify(List.of(Harbour.COURT.verifier())))
                .hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void wrongOldSizeIsCorrectedOnce() throws Exception {
        WitnessClient client = client(Harbour.COURT);
        client.cosign(note(size(100)), 0, none());
        asked.clear();

        assertThat(client.cosign(note(size(300)), 0, from(300))).hasSize(1);

        assertThat(asked).hasSize(2);
        assertThat(AddCheckpoint.parse(asked.get(1)).oldSize()).isEqualTo(100);
    }

    @Test
    void splitViewRaisesItsOwnAlarm() throws Exception {
        WitnessClient client = client(Harbour.COURT);
        client.cosign(note(size(100)), 0, none());
        Note other = note(new Tree(100, Hash.of(new byte[32])));

        assertThat(Faults.of(() -> client.cosign(other, 100, size -> List.of())))
                .isEqualTo(Fault.WITNESSED_OTHERWISE);
        assertThat(Faults.of(() -> client.cosign(other, 0, size -> List.of()))).isEqualTo(Fault.WITNESSED_OTHERWISE);
    }

    @Test
    void witnessThatHasSeenMoreIsNamed() throws Exception {
        WitnessClient client = client(Harbour.COURT);
        client.cosign(note(size(300)), 0, none());

        assertThat(Faults.of(() -> client.cosign(note(size(100)), 0, none()))).isEqualTo(Fault.WITNESS_AHEAD);
    }

    @Test
    void otherAnswersAreRefused() throws Exception {
        Note note = note(log.tree());
        SignerKey stranger = Harbour.key("court.example/w", KeyType.COSIGNATURE_ML_DSA_44);
        WitnessClient client = client(Harbour.COURT);

        assertThat(Faults.of(() -> client(stranger).cosign(note, 0, none()))).isEqualTo(Fault.SIGNATURE_MISSING);
        answer = body -> new Reply.No(403, new Refused(Fault.SIGNATURE_MISSING, ""));
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.WITNESS_REFUSED);
        answer = body -> new Reply.No(409, new Refused(Fault.WITNESS_ANSWER, "no size"));
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.WITNESS_ANSWER);
        answer = body -> cosigned(Harbour.COURT, size(299));
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.SIGNATURE_INVALID);
        answer = body -> timeless();
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.COSIGNATURE_TIME);
        answer = body -> new Reply.Cosigned(List.of());
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.NOTE_WITHOUT_SIGNATURES);
        answer = body -> flood();
        assertThat(Faults.of(() -> client.cosign(note, 0, none()))).isEqualTo(Fault.TOO_LONG);
        long[] sizes = {7, 9};
        answer = body -> new Reply.Conflict(sizes[asked.size() % 2], Fault.OLD_SIZE_STALE);
        assertThat(Faults.of(() -> client.cosign(note, 0, from(300)))).isEqualTo(Fault.OLD_SIZE_STALE);
    }

    @Test
    void answerThatNeverEndsIsGivenUp() throws Exception {
        Note note = note(log.tree());
        server.createContext("/stalling/add-checkpoint", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        });
        var prefix = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stalling");
        var client = new WitnessClient(http, prefix, List.of(Harbour.COURT.verifier()), Duration.ofMillis(500));

        assertThatThrownBy(() -> client.cosign(note, 0, none())).isInstanceOf(HttpTimeoutException.class);
    }

    private Reply timeless() {
        try {
            Tree tree = log.tree();
            return new Reply.Cosigned(
                    List.of(Harbour.COURT.signSubtree(Harbour.ORIGIN, Subtree.whole(tree.size()), tree.root())));
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private Reply flood() {
        NoteSignature one = cosigned(Harbour.AUDIT, log.tree()).signatures().getFirst();
        return new Reply.Cosigned(Collections.nCopies(2000, one));
    }

    private static Reply.Cosigned cosigned(SignerKey key, Tree tree) {
        try {
            String text = Checkpoint.of(Harbour.ORIGIN, tree).text();
            return new Reply.Cosigned(List.of(key.sign(text, Harbour.CLOCK.instant())));
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(body);
            Reply reply = answer.apply(body);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private WitnessClient client(SignerKey witness) {
        var prefix = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/witness/");
        return new WitnessClient(http, prefix, List.of(witness.verifier()), Duration.ofSeconds(20));
    }

    private WitnessClient.Consistency from(long size) {
        return old -> log.proofs(size(size)).consistency(old).path();
    }

    private static WitnessClient.Consistency none() {
        return old -> {
            throw new AssertionError("No proof is asked for from size 0, but from " + old);
        };
    }

    private Tree size(long size) {
        try {
            return new Tree(size, log.proofs(log.tree()).root(size));
        } catch (IOException | Refused e) {
            throw new AssertionError(e);
        }
    }

    private static Note note(Tree tree) throws Refused {
        String text = Checkpoint.of(Harbour.ORIGIN, tree).text();
        return new Note(text, List.of(Harbour.LOG_KEY.sign(text, Harbour.CLOCK.instant())));
    }
}

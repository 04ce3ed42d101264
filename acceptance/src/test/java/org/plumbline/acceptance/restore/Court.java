package org.plumbline.acceptance.restore;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.witness.Reply;
import org.plumbline.engine.log.witness.Witness;

/** A witness of another house, as C2SP tlog-witness says, that signs for the logs it was told of. */
final class Court implements AutoCloseable {
    private final SignerKey key;
    private final Path heads;
    private final HttpServer server;
    private final Map<String, List<VerifierKey>> logs = new ConcurrentHashMap<>();

    Court(Path heads) throws IOException, Refused {
        this.key = SignerKey.generate("court.example/w", KeyType.COSIGNATURE_ED25519, new SecureRandom());
        this.heads = heads;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/add-checkpoint", exchange -> {
            try (exchange) {
                Reply reply = answer(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", reply.contentType());
                exchange.sendResponseHeaders(reply.status(), 0);
                exchange.getResponseBody().write(reply.body());
            } catch (Refused e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    /** From now on it signs for this log too. */
    void told(String verifier) throws Refused {
        VerifierKey log = VerifierKey.parse(verifier);
        logs.put(log.name(), List.of(log));
    }

    /** What it answers to this request. */
    synchronized Reply answer(byte[] body) throws IOException, Refused {
        return new Witness(List.of(key), Map.copyOf(logs), new FileHeads(heads), Clock.systemUTC()).addCheckpoint(body);
    }

    /** The size that it last signed for of a log. */
    synchronized long seen(String origin) throws IOException, Refused {
        return new FileHeads(heads).latest(origin).orElseThrow().tree().size();
    }

    /** Its line in a policy, and a quorum of itself. */
    String policy() {
        return "witness court " + key.verifier() + " http://127.0.0.1:"
                + server.getAddress().getPort() + "\nquorum court\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

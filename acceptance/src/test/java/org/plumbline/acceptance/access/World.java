package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Organisations with cases of their own. In each there is a guarded case with a compartment, one that is sealed, and
 * one that somebody works in; a reader of the guarded case, the worker, the overseer and the administrator ask for
 * everything.
 *
 * @param actors those who ask
 * @param targets what they ask for
 * @param digest of the guarded records before anybody asked
 */
record World(List<Actor> actors, List<Target> targets, Map<String, String> digest) {
    private static final JsonMapper JSON = JsonMapper.shared();

    World {
        actors = List.copyOf(actors);
        targets = List.copyOf(targets);
        digest = Map.copyOf(digest);
    }

    /** The world of a folder, made when there is none yet. */
    static World of(Path folder, Installation installation, int organisations) {
        Path file = folder.resolve("world.json");
        try {
            if (Files.exists(file)) {
                return JSON.readValue(Files.readString(file), World.class);
            }
            var actors = new ArrayList<Actor>();
            var targets = new ArrayList<Target>();
            IntStream.rangeClosed(1, organisations).forEach(k -> organisation(installation, k, actors, targets));
            World made = new World(actors, targets, Guarded.digest(installation.data(), targets));
            Files.writeString(file, JSON.writeValueAsString(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign's world can't be kept", e);
        }
    }

    private static void organisation(Installation installation, int k, List<Actor> actors, List<Target> targets) {
        var door = new SignedIn(installation);
        String all = Canaries.word("or", k);
        String guarded = Canaries.word("gu", k);
        String own = Canaries.word("wo", k);
        // The first overseer and the first administrator; whoever comes after them is confirmed by a second person.
        Actor overseer = door.enrolled(k, all + " overseer", "overseer", Set.of(all));
        Actor administrator = door.enrolled(k, all + " administrator", "administrator", Set.of(all));
        Actor keeper = door.enrolled(k, all + " keeper", "investigator", Set.of());
        Actor reader = door.enrolled(k, all + " reader", "investigator", Set.of(all, guarded));
        Actor worker = door.enrolled(k, all + " worker", "investigator", Set.of(all, own));
        confirmed(new Api(installation.address(), administrator.token()));
        actors.addAll(List.of(reader, worker, overseer, administrator));
        Api keeping = new Api(installation.address(), keeper.token());
        Target open = CanaryCase.opened(keeping, guarded, true);
        targets.add(open);
        post(keeping, open, "/team", Map.of("member", reader.id(), "standing", "reader", "reason", "Counts"));
        targets.add(CanaryCase.inside(keeping, open.caseId(), Canaries.word("co", k)));
        Target sealed = CanaryCase.opened(keeping, Canaries.word("se", k), true);
        post(keeping, sealed, "/seal", Map.of("court_order", "District court 7 X 12"));
        targets.add(sealed);
        targets.add(CanaryCase.opened(new Api(installation.address(), worker.token()), own, false));
    }

    /** Confirms every role that somebody waits for. */
    static void confirmed(Api administrator) {
        String waiting = "/members/role-requests";
        try {
            for (JsonNode request :
                    administrator.get(waiting).expect(200).body().path("items")) {
                String id = request.required("id").asString();
                administrator
                        .send("POST", waiting + "/" + id + "/confirm", Map.of())
                        .expect(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void post(Api api, Target target, String below, Map<String, String> body) {
        try {
            api.send("POST", "/cases/" + target.caseId() + below, body).expect(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

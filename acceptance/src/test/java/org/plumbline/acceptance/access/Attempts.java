package org.plumbline.acceptance.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests by number: the same number, seed and world make the same request. */
final class Attempts {
    private static final Pattern VARIABLE = Pattern.compile("([\\w-]+)/\\{(\\w+)}");
    private static final Pattern HELD = Pattern.compile("\\{([\\w-]+/\\w+)}");

    private static final List<String> QUERIES = List.of(
            "",
            "?q=canary*",
            "?q=*anary*",
            "?beginning=cana",
            "?node={entities/id}&q=cana",
            "?entity={entities/id}",
            "?case={cases/caseId}&q=cana*",
            "?record={tasks/taskId}&kind=task",
            "?to=%2Fcases%2F{cases/caseId}",
            "?limit=200");

    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "{\"reason\": \"Done and over with\", \"result\": \"Done\", \"version\": 1}",
            "{\"schema\": \"Company\", \"statements\": [{\"property\": \"name\", \"value\": \"Quay\","
                    + " \"source\": \"{sources/id}\"}]}",
            "{\"entity\": \"{entities/id}\", \"property\": \"name\", \"value\": \"Quay\", \"source\": \"{sources/id}\"}",
            "{\"title\": \"Cranes\", \"entities\": [\"{entities/id}\"], \"nodes\": [{\"id\": \"{entities/id}\","
                    + " \"x\": 0, \"y\": 0}]}",
            "{\"title\": \"List\", \"sections\": [\"exhibits\"], \"exhibits\": [\"{exhibits/exhibitId}\"],"
                    + " \"statements\": [\"{statements/id}\"]}",
            "{\"case_number\": \"none\", \"reason\": \"The quay is cleared tonight\", \"hours\": 1}",
            "{\"id\": \"{journal/entryId}\", \"case_id\": \"{cases/caseId}\", \"label\": 1, \"owner\": \"x\","
                    + " \"heading\": \"Call\", \"body\": \"Asked\"}");

    /** Who may read a guarded case may have its completeness stated: only those who may not ask there. */
    private static final String WRITTEN_BY_READERS = "/ingestions/{ingestion}/completeness";

    private final World world;
    private final List<String> routes;
    private final long seed;

    Attempts(World world, List<String> routes, long seed) {
        this.world = world;
        this.routes = List.copyOf(routes);
        this.seed = seed;
    }

    /** The request of this number. */
    Attempt of(long number) {
        var random = new Random(seed * 1_000_003 + number);
        // The first draws of neighbouring seeds are alike.
        random.nextLong();
        Actor actor = one(world.actors(), random);
        Target asked = one(world.targets(), random);
        Target other = one(world.targets(), random);
        String[] route = one(routes, random).split(" ", 2);
        boolean rightly = route[0].equals("POST") && route[1].endsWith(WRITTEN_BY_READERS);
        Target target = rightly ? unseen(actor, asked) : asked;
        String query = route[0].equals("GET") ? one(QUERIES, random) : "";
        String body = route[0].equals("GET") ? "" : one(BODIES, random);
        boolean service = route[1].startsWith("/api/") || route[1].matches(".*/charts/.*");
        // A variable behind another one has no word of its own.
        String pattern =
                VARIABLE.matcher(route[1]).replaceAll("$1/{$1/$2}").replaceAll("/\\{(\\w+)}", "/{of/$1}") + query;
        var places = new Places(actor, target, random.nextInt(5) == 0 && !rightly ? other : target, random);
        Filled path = places.filled(pattern);
        Filled sent = places.filled(service ? body : form(body));
        String type = service ? "application/json" : "application/x-www-form-urlencoded";
        return new Attempt(
                actor, route[0], path.real(), type, sent.real(), new Attempt.Twin(path.nothing(), sent.nothing()));
    }

    /** The target, or one that the actor may not see. */
    private Target unseen(Actor actor, Target target) {
        return actor.sees().contains(target.canary())
                ? world.targets().stream()
                        .filter(each -> !actor.sees().contains(each.canary()))
                        .findFirst()
                        .orElseThrow()
                : target;
    }

    /** A body of the API as a form would send it. */
    private static String form(String body) {
        return HELD.matcher(body).find() || !body.isEmpty()
                ? body.replaceAll("\"(\\w+)\": \"?([^\",}\\[]+|\\{[\\w/]+})\"?", "$1=$2")
                        .replaceAll("^\\{|}$", "")
                        .replace(", ", "&")
                        .replace(" ", "+")
                        .replaceAll("[\\[\\]\"]", "")
                : body;
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** A text with identifiers, and the same with none that exist in place of those the actor may not see. */
    private record Filled(String real, String nothing) {}

    /** Fills variables: the case's from one target, the rest from the same or another. */
    private record Places(Actor actor, Target ofCase, Target ofRecords, Random random) {
        Filled filled(String text) {
            var real = new StringBuilder();
            var nothing = new StringBuilder();
            Matcher held = HELD.matcher(text);
            int end = 0;
            while (held.find()) {
                String between = text.substring(end, held.start());
                boolean isCase = held.group(1).endsWith("/caseId");
                Target from = isCase ? ofCase : ofRecords;
                String named = isCase ? "cases/caseId" : held.group(1);
                String id = random.nextInt(20) == 0 ? unknown() : from.ids().getOrDefault(named, any(from));
                real.append(between).append(id);
                nothing.append(between).append(mayKnow(from, isCase) ? id : unknown());
                end = held.end();
            }
            real.append(text.substring(end));
            nothing.append(text.substring(end));
            return new Filled(real.toString(), nothing.toString());
        }

        /** A compartment's case may be known to whoever reads the case. */
        private boolean mayKnow(Target target, boolean isCase) {
            boolean sees = actor.sees().contains(target.canary());
            return isCase
                    ? sees
                            || (target.canary().startsWith("canaryco")
                                    && actor.sees().contains(openPart(target)))
                    : sees;
        }

        private static String openPart(Target target) {
            return target.canary().replace("canaryco", "canarygu");
        }

        private static String any(Target target) {
            return new ArrayList<>(target.ids().values())
                    .stream().sorted().findFirst().orElseGet(Places::nobody);
        }

        private String unknown() {
            return new UUID((random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() & ~(3L << 62)) | (2L << 62))
                    .toString();
        }

        private static String nobody() {
            return new UUID(0, 0).toString();
        }
    }
}

package org.plumbline.engine.evidence.custody;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.refusal.Refused;

/** Reads the fields of a canonical object, each once; what nobody asked for is refused at the end. */
final class Reading {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Json> left;

    private Reading(Map<String, Json> fields) {
        this.left = new HashMap<>(fields);
    }

    static Reading of(byte[] canonical) throws Broken {
        try {
            return of(CanonicalJson.read(canonical), "whole");
        } catch (Refused refused) {
            throw form(refused.detail());
        }
    }

    static Reading of(Json value, String name) throws Broken {
        if (value instanceof Json.Fields fields) {
            return new Reading(fields.values());
        }
        throw form(name);
    }

    static Broken form(String what) {
        return Broken.of(Rule.FORM, "field", what);
    }

    Optional<Json> any(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    Json needed(String name) throws Broken {
        return any(name).orElseThrow(() -> form(name));
    }

    Reading fields(String name) throws Broken {
        return of(needed(name), name);
    }

    List<Json> items(String name) throws Broken {
        if (needed(name) instanceof Json.Items items) {
            return items.values();
        }
        throw form(name);
    }

    String text(String name) throws Broken {
        return maybe(name).orElseThrow(() -> form(name));
    }

    /** A text that says something: what is not known is left out, never empty. */
    Optional<String> maybe(String name) throws Broken {
        Optional<Json> found = any(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof Json.Text text && !text.value().isBlank()) {
            return Optional.of(text.value());
        }
        throw form(name);
    }

    Optional<Long> whole(String name) throws Broken {
        Optional<Json> found = any(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof Json.Whole whole) {
            return Optional.of(whole.value());
        }
        throw form(name);
    }

    Optional<Boolean> flag(String name) throws Broken {
        Optional<Json> found = any(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof Json.Flag flag) {
            return Optional.of(flag.value());
        }
        throw form(name);
    }

    UUID id(String name) throws Broken {
        return maybeId(name).orElseThrow(() -> form(name));
    }

    Optional<UUID> maybeId(String name) throws Broken {
        Optional<String> text = maybe(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(idOf(text.get(), name));
    }

    static UUID idOf(String text, String name) throws Broken {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException notOne) {
            // Refused below, like an identifier in another form.
        }
        throw form(name);
    }

    Instant instant(String name) throws Broken {
        String text = text(name);
        try {
            Instant instant = Instant.parse(text);
            if (instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException notOne) {
            // Refused below, like an instant in another form.
        }
        throw form(name);
    }

    ActDigest digest(String name) throws Broken {
        return new ActDigest(sha256(name).orElseThrow(() -> form(name)));
    }

    Optional<String> sha256(String name) throws Broken {
        Optional<String> text = maybe(name);
        if (text.isPresent() && !DIGEST.matcher(text.get()).matches()) {
            throw form(name);
        }
        return text;
    }

    void end() throws Broken {
        Optional<String> unknown = left.keySet().stream().sorted().findFirst();
        if (unknown.isPresent()) {
            throw form(unknown.get());
        }
    }
}

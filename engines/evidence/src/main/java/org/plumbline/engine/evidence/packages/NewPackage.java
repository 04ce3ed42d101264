package org.plumbline.engine.evidence.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.log.statement.FilesDigest;

/** Puts an evidence package together. What goes into it was checked before; here it gets its place and is signed. */
public final class NewPackage {
    private final Handling handling;
    private final List<NewBag.Payload> originals = new ArrayList<>();
    private final Map<String, byte[]> tags = new LinkedHashMap<>();

    /** A package under these terms. */
    public NewPackage(Handling handling) {
        this.handling = handling;
        tags.put(Layout.VERIFY_NOTE, resource("VERIFY.txt"));
        tags.put(Layout.VERIFY_PAGE, resource("verify.html"));
        tags.put(Layout.HANDLING, handling.canonical());
    }

    /** Adds the bytes of an exhibit. */
    public NewPackage original(NewBag.Payload original) {
        originals.add(original);
        return this;
    }

    /** Adds a file of the metadata. */
    public NewPackage with(String path, byte[] content) {
        if (!Layout.knows(path) || tags.put(path, content.clone()) != null) {
            throw new IllegalArgumentException("Not a file of a package, or twice: " + path);
        }
        return this;
    }

    /**
     * Finishes it.
     *
     * @param statement the organisation's signed statement of files, whose digest is given
     */
    public MadeBag finish(UnaryOperator<String> statement) {
        var bag = new NewBag();
        originals.forEach(bag::payload);
        tags.put(Layout.HANDLING_STATEMENT, ascii(statement.apply(digest(Layout.HANDLING, handling.canonical()))));
        tags.forEach(bag::tag);
        return bag.finish(
                folder(),
                info(),
                Layout.STATEMENT,
                manifest -> ascii(statement.apply(digest(MadeBag.TAG_MANIFEST, manifest))));
    }

    /** The digest of one file as a statement names it. */
    public static String digest(String file, byte[] content) {
        var files = new FilesDigest();
        files.add(file, content);
        return files.hex();
    }

    private String folder() {
        return "evidence-" + SafeName.of(handling.caseNumber()).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private Map<String, String> info() {
        var info = new LinkedHashMap<String, String>();
        info.put("Source-Organization", handling.organisationName());
        info.put("External-Identifier", handling.caseNumber());
        info.put("Internal-Sender-Identifier", handling.id());
        info.put(
                "Bagging-Date",
                LocalDate.ofInstant(handling.madeAt(), ZoneOffset.UTC).toString());
        info.put("Bag-Software-Agent", "Plumbline");
        return info;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = NewPackage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

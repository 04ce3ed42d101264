package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Judges bags: BagIt 1.0 (RFC 8493) and the drafts 0.93 to 0.97. Nothing is ever fetched, and no path that a manifest
 * names is opened unless the bag itself was found to hold it.
 */
public final class Bags {
    /** A manifest of half a million files is about that long. */
    private static final int MOST_TAG_BYTES = 1 << 26;

    private static final String PAYLOAD = "data/";

    private final BagFiles files;
    private final Findings findings = new Findings();
    private final List<Manifest> manifests = new ArrayList<>();
    private final Map<String, String> composed = new HashMap<>();
    private final Map<String, Set<String>> listings = new HashMap<>();
    private boolean released;

    private Bags(BagFiles files) {
        this.files = files;
    }

    /** Reads everything, and says what is wrong or odd. */
    public static BagJudgement judge(BagFiles files) throws IOException {
        var bag = new Bags(files);
        try {
            bag.judge();
        } catch (BagRefused e) {
            bag.findings.fault(e);
        } catch (ZipException e) {
            bag.findings.fault(BagFault.ZIP_FORM, "archive", 0, String.valueOf(e.getMessage()));
        }
        return bag.findings.judgement(bag.sha256());
    }

    private Map<String, String> sha256() {
        var digests = new HashMap<String, String>();
        manifests.stream()
                .filter(manifest -> manifest.algorithm() == Algorithm.SHA256)
                .forEach(manifest -> manifest.digests().forEach((path, line) -> digests.put(path, line.hex())));
        return digests;
    }

    private void judge() throws IOException, BagRefused {
        Declaration declaration = Declaration.read(files);
        released = declaration.released();
        for (String file : files.sizes().keySet()) {
            composed.put(BagPath.normal(file), file);
            if (Manifest.isOne(file)) {
                manifests.add(Manifest.read(
                        file,
                        TagText.lines(file, files.read(file, MOST_TAG_BYTES), declaration.encoding()),
                        declaration,
                        findings));
            }
        }
        if (manifests.stream().allMatch(Manifest::ofTags)) {
            throw new BagRefused(BagFault.MANIFEST_MISSING, "manifest-sha256.txt", 0, "no manifest of the payload");
        }
        Set<String> elsewhere = Fetch.read(files, declaration, findings);
        complete(elsewhere);
        if (findings.sound()) {
            new FileDigests(files, findings).check(manifests, this::found);
        }
        BagInfo.check(files, declaration, findings);
    }

    /** Each listed file is there, each file of the payload is listed, and by every manifest from 1.0 on. */
    private void complete(Set<String> elsewhere) {
        var listed = new LinkedHashSet<String>();
        for (Manifest manifest : manifests) {
            for (Map.Entry<String, Manifest.Line> line : manifest.digests().entrySet()) {
                String path = line.getKey();
                String there = found(path);
                listed.add(there);
                listings.computeIfAbsent(manifest.file(), file -> new HashSet<>())
                        .add(there);
                if (!files.sizes().containsKey(there)) {
                    boolean fetched = elsewhere.contains(path);
                    findings.fault(
                            fetched ? BagFault.FILE_ELSEWHERE : BagFault.FILE_MISSING,
                            path,
                            0,
                            "is listed in " + manifest.file() + " line "
                                    + line.getValue().number() + " and not there"
                                    + (fetched ? "; fetch.txt says from where, and nothing is ever fetched" : ""));
                } else if (!there.equals(path)) {
                    findings.warning(
                            BagFault.NORMALISATION,
                            path,
                            0,
                            "is there under a name whose letters are composed otherwise");
                }
            }
        }
        odd(listed);
        for (String file : files.sizes().keySet()) {
            if (file.startsWith(PAYLOAD)) {
                listedEverywhere(file);
            }
        }
    }

    private void listedEverywhere(String file) {
        List<Manifest> without = manifests.stream()
                .filter(manifest -> !manifest.ofTags())
                .filter(manifest ->
                        !listings.getOrDefault(manifest.file(), Set.of()).contains(file))
                .toList();
        long payload = manifests.stream().filter(manifest -> !manifest.ofTags()).count();
        if (without.size() == payload) {
            findings.fault(BagFault.FILE_NOT_LISTED, file, 0, "is in the payload, and no manifest lists it");
        } else if (released && !without.isEmpty()) {
            findings.fault(
                    BagFault.LISTED_DIFFERENTLY,
                    file,
                    0,
                    "is not listed in " + without.getFirst().file());
        }
    }

    private void odd(Set<String> listed) {
        var folded = new HashSet<String>();
        for (String path : listed) {
            if (!folded.add(BagPath.folded(path))) {
                findings.warning(BagFault.CASE_COLLISION, path, 0, "differs from another file only in capital letters");
            }
            if (BagPath.isSystemFile(path)) {
                findings.warning(BagFault.SYSTEM_FILE, path, 0, "is what systems leave in folders by themselves");
            }
        }
    }

    /** The file that a path means: itself, or where it isn't there the one whose name is composed otherwise. */
    private String found(String path) {
        return files.sizes().containsKey(path) ? path : composed.getOrDefault(BagPath.normal(path), path);
    }
}

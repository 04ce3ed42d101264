package org.plumbline.administration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.custody.Quota;
import org.plumbline.custody.StorageFile;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Figure;
import org.plumbline.site.web.Option;

/**
 * What the organisation keeps, and the form that sets a quota.
 *
 * @param names of everybody who set one
 */
public record StoragePage(StorageFile file, Form form, Map<MemberId, String> names) {
    /** Where one class of sizes ends and the next begins, in bytes. */
    private static final List<Long> STEPS =
            List.of(100_000_000L, 1_000_000_000L, 10_000_000_000L, 100_000_000_000L, 1_000_000_000_000L);

    public StoragePage {
        names = Map.copyOf(names);
    }

    /** How many cases keep so much. */
    public record SizeClass(String size, long cases, String bytes) {}

    public List<Figure> figures(Texts texts) {
        String here = "/admin/storage";
        return List.of(
                new Figure(texts.bytes(file.bytes()), texts.say("storage.kept"), here, Optional.empty()),
                new Figure(texts.number(file.files()), texts.say("storage.files"), here, Optional.empty()),
                new Figure(
                        file.free().isPresent() ? texts.bytes(file.free().getAsLong()) : texts.unknown(),
                        texts.say("storage.free"),
                        "/admin/health",
                        Optional.empty()),
                new Figure(
                        texts.bytes(file.reserve()),
                        texts.say("storage.reserve"),
                        "/admin/settings",
                        Optional.empty()));
    }

    /** Cases by their size, without a word on which they are. */
    public List<SizeClass> classes(Texts texts) {
        var classes = new ArrayList<SizeClass>();
        for (int i = 0; i <= STEPS.size(); i++) {
            long from = i == 0 ? 0 : STEPS.get(i - 1);
            long to = i == STEPS.size() ? Long.MAX_VALUE : STEPS.get(i);
            var in = file.cases().stream()
                    .filter(size -> size.bytes() >= from && size.bytes() < to)
                    .toList();
            if (!in.isEmpty()) {
                String words = i == STEPS.size()
                        ? texts.say("storage.size.from", "from", texts.bytes(from))
                        : texts.say("storage.size.below", "to", texts.bytes(to));
                long bytes = in.stream().mapToLong(StorageFile.CaseSize::bytes).sum();
                classes.add(new SizeClass(words, in.size(), texts.bytes(bytes)));
            }
        }
        return classes;
    }

    public List<Option> kinds(Texts texts) {
        return Arrays.stream(Quota.Kind.values())
                .map(kind -> new Option(kind.code(), texts.say("storage.quota." + kind.code())))
                .toList();
    }

    /** Of what a quota is one. */
    public String of(Quota quota, Texts texts) {
        return quota.caseNumber()
                .map(number -> texts.say("storage.of-case", "number", number))
                .orElseGet(() -> texts.say("storage.quota." + quota.kind().code()));
    }

    public String limit(Quota quota, Texts texts) {
        return quota.limit().isPresent() ? texts.bytes(quota.limit().getAsLong()) : texts.say("storage.lifted");
    }

    /** How much of the organisation's quota is used; empty for the others, of which an administrator sees no use. */
    public String used(Quota quota, Texts texts) {
        return quota.kind() == Quota.Kind.ORGANISATION
                ? texts.percent(file.bytes(), quota.limit().orElse(0))
                : "";
    }

    /** Who said it; empty where that is not known. */
    public String by(Quota quota) {
        return quota.said().by().map(by -> names.getOrDefault(by, "")).orElse("");
    }
}

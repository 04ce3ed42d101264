package org.plumbline.cases.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.audit.TrailEntry;
import org.plumbline.identity.Members;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names to the entries of a trail: of people for everybody, of records as far as the reader may see them. */
@Component
public class TrailLines {
    /** More records than this make a line hard to read; the rest is a number. */
    private static final int SHOWN = 3;

    private final Members members;
    private final ObjectProvider<RefResolver> resolvers;

    TrailLines(Members members, ObjectProvider<RefResolver> resolvers) {
        this.members = members;
        this.resolvers = resolvers;
    }

    /** Lines for a reader of the case: records by title, with a link. */
    public List<TrailLine> named(List<TrailEntry> entries) {
        return lines(
                entries, resolve(entries.stream().flatMap(TrailLines::first).toList()));
    }

    /** Lines for an overseer: records by kind and identifier only. */
    public List<TrailLine> withoutContent(List<TrailEntry> entries) {
        return lines(entries, Map.of());
    }

    /** Title and link of one record, where the reader may see it. */
    public Optional<RefResolver.Named> named(Ref ref) {
        return Optional.ofNullable(resolve(List.of(ref)).get(ref));
    }

    private List<TrailLine> lines(List<TrailEntry> entries, Map<Ref, RefResolver.Named> named) {
        Map<MemberId, String> names =
                members.names(entries.stream().map(TrailEntry::by).toList());
        return entries.stream()
                .map(entry -> line(entry, names.getOrDefault(entry.by(), ""), named))
                .toList();
    }

    private static TrailLine line(TrailEntry entry, String who, Map<Ref, RefResolver.Named> named) {
        List<TrailLine.Shown> records = first(entry)
                .map(ref -> new TrailLine.Shown(ref, Optional.ofNullable(named.get(ref))))
                .toList();
        int all = entry.body().map(body -> body.refs().size()).orElse(0);
        return new TrailLine(entry, who, Initials.of(who), records, Math.max(0, all - SHOWN));
    }

    private Map<Ref, RefResolver.Named> resolve(List<Ref> refs) {
        var named = new HashMap<Ref, RefResolver.Named>();
        resolvers.forEach(resolver -> {
            var mine = new ArrayList<Ref>();
            refs.stream()
                    .filter(ref -> resolver.kinds().contains(ref.kind()))
                    .distinct()
                    .forEach(mine::add);
            if (!mine.isEmpty()) {
                named.putAll(resolver.resolve(mine));
            }
        });
        return named;
    }

    private static Stream<Ref> first(TrailEntry entry) {
        return entry.body().map(TrailEntry.Body::refs).orElse(List.of()).stream()
                .limit(SHOWN);
    }
}

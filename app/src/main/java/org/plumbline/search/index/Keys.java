package org.plumbline.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The keys of all documents that match, in no order. */
final class Keys implements CollectorManager<Keys.Part, Set<UUID>> {
    @Override
    public Part newCollector() {
        return new Part();
    }

    @Override
    public Set<UUID> reduce(Collection<Part> parts) {
        var all = new HashSet<UUID>();
        parts.forEach(part -> all.addAll(part.keys));
        return all;
    }

    /** Those of some segments. */
    static final class Part extends SimpleCollector {
        private final Set<UUID> keys = new HashSet<>();
        private @Nullable SortedDocValues values;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values = DocValues.getSorted(context.reader(), Columns.KEY);
        }

        @Override
        public void collect(int document) throws IOException {
            SortedDocValues of = Objects.requireNonNull(values);
            if (of.advanceExact(document)) {
                BytesRef key = of.lookupOrd(of.ordValue());
                keys.add(Columns.uuid(Arrays.copyOfRange(key.bytes, key.offset, key.offset + key.length)));
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}

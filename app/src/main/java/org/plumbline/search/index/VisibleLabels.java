package org.plumbline.search.index;

import java.util.BitSet;
import java.util.Collection;
import org.plumbline.kernel.LabelId;

/** The labels a person may see at this moment, as a bitmap. What carries another label might as well not exist. */
public final class VisibleLabels {
    private final BitSet labels;

    private VisibleLabels(BitSet labels) {
        this.labels = labels;
    }

    /** The labels whose bit is set; the bitmap is copied. */
    public static VisibleLabels of(BitSet labels) {
        return new VisibleLabels((BitSet) labels.clone());
    }

    /** These labels. */
    public static VisibleLabels of(Collection<LabelId> labels) {
        var bits = new BitSet();
        labels.forEach(label -> bits.set(label.value()));
        return new VisibleLabels(bits);
    }

    /** Whether records with this label are visible. */
    public boolean contains(LabelId label) {
        return sees(label.value());
    }

    boolean sees(long label) {
        return label > 0 && label <= Integer.MAX_VALUE && labels.get((int) label);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisibleLabels that && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    @Override
    public String toString() {
        return labels.cardinality() + " labels";
    }
}

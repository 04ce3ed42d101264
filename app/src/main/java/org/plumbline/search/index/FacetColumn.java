package org.plumbline.search.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** One facet while it is counted. */
interface FacetColumn {
    /** Goes on to the next part of the index. */
    void enter(LeafReader reader) throws IOException;

    /** Goes on to a document and says whether this facet's selection lets it through. */
    boolean moveTo(int document) throws IOException;

    /** Counts the document it stands at. */
    void count();

    /** What was counted. */
    Facet facet();
}

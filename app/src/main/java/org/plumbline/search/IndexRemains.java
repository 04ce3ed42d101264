package org.plumbline.search;

import org.plumbline.cases.erasure.CaseRemains;
import org.plumbline.cases.erasure.Left;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.index.SearchIndex;
import org.springframework.stereotype.Component;

/** What the index has of an erased case: its documents go, and the segments that held them are written anew. */
@Component
class IndexRemains implements CaseRemains {
    private final IndexKeeper keeper;

    IndexRemains(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String place() {
        return "index";
    }

    @Override
    public Left clear(CaseId caseId) {
        boolean done = keeper.change(index -> {
            index.deleteCase(caseId);
            index.writeAnew();
        });
        // What is committed last is open no more only after another commit.
        if (!done || !keeper.change(SearchIndex::refresh)) {
            throw new IllegalStateException("The search index is not open yet");
        }
        return Left.NOTHING;
    }
}

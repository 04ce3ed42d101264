package org.plumbline.search.index;

import java.nio.file.Path;

/** The index in the data folder keeps the contract. */
class EmbeddedIndexContractTest extends SearchIndexContract {
    @Override
    SearchIndex open(Path place) {
        return Harbour.open(place);
    }
}

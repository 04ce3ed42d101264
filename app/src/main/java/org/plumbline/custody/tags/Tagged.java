package org.plumbline.custody.tags;

import java.util.UUID;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.places.Place;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;

/** What a tag is stuck on. */
public sealed interface Tagged {
    /** What the trail calls it. */
    Ref ref();

    /** Its page. */
    String href();

    /**
     * An exhibit of a case.
     *
     * @param number its running number in the case
     */
    record OfExhibit(CaseId caseId, UUID id, int number, Ref ref) implements Tagged {
        @Override
        public String href() {
            return "/cases/" + caseId + "/exhibits/" + id;
        }

        /** The number as people write it. */
        public String reference() {
            return Exhibit.reference(number);
        }
    }

    /** A storage place. */
    record OfPlace(Place place) implements Tagged {
        @Override
        public Ref ref() {
            return place.ref();
        }

        @Override
        public String href() {
            return "/storage-places/" + place.id();
        }
    }
}

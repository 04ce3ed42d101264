package org.plumbline.custody.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.PlaceTree;

/**
 * A stock-take with what was scanned and what differs.
 *
 * @param scans the latest of each tag, latest first; at most the newest 5,000
 * @param expected how many things the records have there now; as signed off once it has ended
 * @param differences empty until it has ended
 */
public record StockFile(
        StockTake take, PlaceTree places, List<Scan> scans, int expected, List<Difference> differences) {
    public StockFile {
        scans = List.copyOf(scans);
        differences = List.copyOf(differences);
    }

    /** Where something is kept, by its path; empty where that is nowhere. */
    public String path(Optional<UUID> place) {
        return place.flatMap(places::find).map(Place::label).orElse("");
    }

    /** How many different tags of exhibits were scanned that the records have there. */
    public long here() {
        return scans.stream().filter(scan -> scan.found() == Found.HERE).count();
    }
}

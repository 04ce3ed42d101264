package org.plumbline.custody.stock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.Listing;
import org.plumbline.custody.stock.Difference;
import org.plumbline.custody.stock.Found;
import org.plumbline.custody.stock.Scan;
import org.plumbline.custody.stock.StockFile;
import org.plumbline.custody.stock.StockTake;
import org.plumbline.custody.stock.StockTakes;
import org.plumbline.custody.tags.TagCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stock-takes over the API: tags, seals and places, and nothing of a case. */
@RestController
@RequestMapping("/api/v1/stock-takes")
@Tag(name = "Stock-takes")
class StockTakeApi {
    private static final int MOST = 200;

    private final StockTakes takes;

    StockTakeApi(StockTakes takes) {
        this.takes = takes;
    }

    /** How a stock-take was signed off. */
    record EndingJson(UUID by, Instant at, int expected, int seen, String note) {
        static @Nullable EndingJson of(Optional<StockTake.Ending> ending) {
            return ending.map(e -> new EndingJson(
                            e.stamp().recordedBy().value(), e.stamp().recordedAt(), e.expected(), e.seen(), e.note()))
                    .orElse(null);
        }
    }

    /** A stock-take. */
    record StockTakeJson(
            UUID id,
            UUID place,
            UUID by,
            Instant at,
            @Nullable EndingJson ended) {
        static StockTakeJson of(StockTake take) {
            return new StockTakeJson(
                    take.id(),
                    take.place().id(),
                    take.stamp().recordedBy().value(),
                    take.stamp().recordedAt(),
                    EndingJson.of(take.ended()));
        }
    }

    /** A tag that was scanned, with what the records said of it. */
    record ScanJson(
            UUID id,
            String code,
            String found,
            @Nullable UUID place,
            @Nullable String seal,
            boolean otherSeal,
            Instant at) {
        static ScanJson of(Scan scan) {
            return new ScanJson(
                    scan.id(),
                    scan.code().inGroups(),
                    scan.found().code(),
                    scan.place().orElse(null),
                    scan.seal().orElse(null),
                    scan.otherSeal(),
                    scan.stamp().recordedAt());
        }
    }

    /** Something that differs. */
    record DifferenceJson(
            String kind,
            @Nullable String code,
            @Nullable String found,
            @Nullable UUID place,
            @Nullable String seal,
            @Nullable String recordedSeal) {
        static DifferenceJson of(Difference difference) {
            return new DifferenceJson(
                    difference.kind().code(),
                    difference.code().map(TagCode::inGroups).orElse(null),
                    difference.found().map(Found::code).orElse(null),
                    difference.place().orElse(null),
                    difference.seal().orElse(null),
                    difference.keptSeal().orElse(null));
        }
    }

    /** A stock-take with its scans, the latest of each tag, and its differences once it has ended. */
    record StockFileJson(
            UUID id,
            UUID place,
            UUID by,
            Instant at,
            @Nullable EndingJson ended,
            int expected,
            List<ScanJson> scans,
            List<DifferenceJson> differences) {
        static StockFileJson of(StockFile file) {
            StockTakeJson take = StockTakeJson.of(file.take());
            return new StockFileJson(
                    take.id(),
                    take.place(),
                    take.by(),
                    take.at(),
                    take.ended(),
                    file.expected(),
                    file.scans().stream().map(ScanJson::of).toList(),
                    file.differences().stream().map(DifferenceJson::of).toList());
        }
    }

    /** Which place is counted. */
    record NewStockTake(@Nullable String place) {}

    /** A tag by its code or address, and the number of the seal as it is read. */
    record NewScan(@Nullable String code, @Nullable String seal) {}

    /** What whoever signs it off has to say. */
    record EndedStockTake(@Nullable String note) {}

    @GetMapping
    @Operation(summary = "Stock-takes, latest first")
    Listing<StockTakeJson> list(
            @RequestParam(required = false) Optional<UUID> before, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Listing.of(takes.list(before, size + 1), size, StockTake::id, StockTakeJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin to count a storage place and every open one in it")
    StockFileJson begin(@RequestBody NewStockTake body) {
        return StockFileJson.of(takes.begin(StockInput.place(body.place())));
    }

    @GetMapping("/{stockTakeId}")
    @Operation(summary = "A stock-take")
    StockFileJson read(@PathVariable UUID stockTakeId) {
        return StockFileJson.of(takes.read(stockTakeId));
    }

    @PostMapping("/{stockTakeId}/scans")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep one scanned tag; answers what the records have of it")
    ScanJson scan(@PathVariable UUID stockTakeId, @RequestBody NewScan body) {
        return ScanJson.of(takes.scan(stockTakeId, StockInput.text(body.code()), StockInput.text(body.seal())));
    }

    @PostMapping("/{stockTakeId}/end")
    @Operation(summary = "Sign a stock-take off with what differs; nothing in the records is changed by it")
    StockFileJson end(@PathVariable UUID stockTakeId, @RequestBody EndedStockTake body) {
        return StockFileJson.of(takes.end(stockTakeId, StockInput.text(body.note())));
    }
}

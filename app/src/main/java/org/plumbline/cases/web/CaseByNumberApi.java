package org.plumbline.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds a case by its number, for commands that are given one. */
@RestController
class CaseByNumberApi {
    private static final int MOST = 50;

    private final Cases cases;

    CaseByNumberApi(Cases cases) {
        this.cases = cases;
    }

    /** What a command needs of a case. */
    record One(UUID id, String number, String title, String purpose) {
        static One of(CaseFile file) {
            return new One(
                    file.id().value(),
                    file.number(),
                    file.title(),
                    file.authority().purpose());
        }
    }

    /** The case with this number, or none. */
    record Several(List<One> items) {}

    @GetMapping(path = "/api/v1/cases", params = "number")
    Several byNumber(@RequestParam String number) {
        return new Several(cases.list(number, Optional.empty(), MOST).stream()
                .filter(file -> file.number().equals(number.strip()))
                .map(One::of)
                .toList());
    }
}

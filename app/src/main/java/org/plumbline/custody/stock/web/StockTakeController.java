package org.plumbline.custody.stock.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.places.Places;
import org.plumbline.custody.stock.StockFile;
import org.plumbline.custody.stock.StockTake;
import org.plumbline.custody.stock.StockTakes;
import org.plumbline.identity.Members;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.ContentPolicy;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of stock-takes, for evidence custodians. */
@Controller
@RequestMapping("/stock-takes")
class StockTakeController {
    private static final int PAGE = 50;

    private final StockTakes takes;
    private final Places places;
    private final Members members;
    private final Resubmission resubmission;

    StockTakeController(StockTakes takes, Places places, Members members, Resubmission resubmission) {
        this.takes = takes;
        this.places = places;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) Optional<UUID> before, @RequestParam(defaultValue = "") String place) {
        return all(before, Form.of(Map.of("place", place)));
    }

    @PostMapping
    ModelAndView begin(@RequestParam(defaultValue = "") String place, HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:/stock-takes/"
                    + takes.begin(StockInput.place(place)).take().id());
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> all(Optional.empty(), form));
        }
    }

    @GetMapping("/{stockTakeId}")
    ModelAndView read(@PathVariable UUID stockTakeId, HttpServletResponse response) {
        return one(stockTakeId, Form.empty(), response);
    }

    @PostMapping("/{stockTakeId}/scans")
    ModelAndView scan(
            @PathVariable UUID stockTakeId,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String seal,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            takes.scan(stockTakeId, code, seal);
            return new ModelAndView("redirect:/stock-takes/" + stockTakeId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(stockTakeId, form, response));
        }
    }

    @PostMapping("/{stockTakeId}/end")
    ModelAndView end(
            @PathVariable UUID stockTakeId,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            takes.end(stockTakeId, note);
            return new ModelAndView("redirect:/stock-takes/" + stockTakeId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(stockTakeId, form, response));
        }
    }

    private ModelAndView all(Optional<UUID> before, Form form) {
        List<StockTake> found = takes.list(before, PAGE + 1);
        List<StockTake> shown = found.subList(0, Math.min(PAGE, found.size()));
        var people = new ArrayList<MemberId>();
        shown.forEach(take -> people(take, people));
        List<Option> choices = places.open().stream()
                .map(place -> new Option(place.id().toString(), place.label()))
                .toList();
        String next =
                found.size() > PAGE ? "/stock-takes?before=" + shown.getLast().id() : "";
        return new ModelAndView(
                "stock/takes", Map.of("page", new StockTakesPage(shown, choices, form, members.names(people), next)));
    }

    private ModelAndView one(UUID id, Form form, HttpServletResponse response) {
        ContentPolicy.withCamera(response);
        StockFile file = takes.read(id);
        var people = new ArrayList<MemberId>();
        people(file.take(), people);
        return new ModelAndView("stock/take", Map.of("page", new StockTakePage(file, form, members.names(people))));
    }

    private static void people(StockTake take, List<MemberId> people) {
        people.add(take.stamp().recordedBy());
        take.ended().ifPresent(ending -> people.add(ending.stamp().recordedBy()));
    }
}

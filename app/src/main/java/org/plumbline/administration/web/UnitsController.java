package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Members;
import org.plumbline.identity.UnitFile;
import org.plumbline.identity.UnitTree;
import org.plumbline.identity.Units;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The units of an organisation, for its administrator. */
@Controller
@RequestMapping("/admin/units")
class UnitsController {
    private final Units units;
    private final Members members;
    private final Resubmission resubmission;

    UnitsController(Units units, Members members, Resubmission resubmission) {
        this.units = units;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list() {
        return all(Form.empty());
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            units.make(name, MemberInput.unit("parent", parent), reason);
            return new ModelAndView("redirect:/admin/units");
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::all);
        }
    }

    @GetMapping("/{unitId}")
    ModelAndView read(@PathVariable UUID unitId) {
        UnitFile file = units.read(unitId);
        return one(file, UnitPage.form(file.unit()), Form.empty());
    }

    @PostMapping("/{unitId}")
    ModelAndView change(
            @PathVariable UUID unitId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            units.change(unitId, version, name, MemberInput.unit("parent", parent), reason);
            return new ModelAndView("redirect:/admin/units/" + unitId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(units.read(unitId), form, Form.empty()));
        }
    }

    @PostMapping("/{unitId}/close")
    ModelAndView close(
            @PathVariable UUID unitId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        try {
            units.close(unitId, reason);
            return new ModelAndView("redirect:/admin/units");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> {
                UnitFile file = units.read(unitId);
                return one(file, UnitPage.form(file.unit()), form);
            });
        }
    }

    private ModelAndView all(Form form) {
        UnitTree tree = units.list();
        var closers = tree.closed().stream()
                .flatMap(unit -> unit.closed().flatMap(step -> step.by()).stream())
                .distinct()
                .toList();
        return new ModelAndView(
                "administration/units", Map.of("page", new UnitsPage(tree, form, members.names(closers))));
    }

    private ModelAndView one(UnitFile file, Form form, Form closing) {
        return new ModelAndView(
                "administration/unit",
                Map.of("page", new UnitPage(file, form, closing, members.names(UnitPage.people(file)))));
    }
}

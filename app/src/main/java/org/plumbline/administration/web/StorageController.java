package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.Storage;
import org.plumbline.custody.StorageFile;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the organisation keeps and how much it may, for its administrator. */
@Controller
@RequestMapping("/admin/storage")
class StorageController {
    private final Storage storage;
    private final Members members;
    private final Resubmission resubmission;

    StorageController(Storage storage, Members members, Resubmission resubmission) {
        this.storage = storage;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show() {
        return page(Form.empty());
    }

    @PostMapping("/quotas")
    ModelAndView limit(
            @RequestParam int version,
            @RequestParam(defaultValue = "") String quota,
            @RequestParam(name = "case_number", defaultValue = "") String number,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            storage.limit(version, new Storage.Wish(quota, number, limit, reason));
            return new ModelAndView("redirect:/admin/storage");
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::page);
        }
    }

    private ModelAndView page(Form form) {
        StorageFile file = storage.read();
        var people = file.changes().stream()
                .flatMap(quota -> quota.said().by().stream())
                .distinct()
                .toList();
        return new ModelAndView(
                "administration/storage", Map.of("page", new StoragePage(file, form, members.names(people))));
    }
}

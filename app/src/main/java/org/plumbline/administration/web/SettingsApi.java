package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.plumbline.administration.AppliedSettings;
import org.plumbline.cases.web.Listing;
import org.plumbline.settings.Resolved;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation's settings over the API. */
@RestController
@Tag(name = "Installation")
class SettingsApi {
    private final AppliedSettings settings;

    SettingsApi(AppliedSettings settings) {
        this.settings = settings;
    }

    /** A setting; of a secret its file. */
    record SettingJson(String key, String value, boolean set, String origin) {
        static SettingJson of(Resolved one) {
            return new SettingJson(one.setting().key(), one.value(), one.isSet(), one.isSet() ? one.origin() : "");
        }
    }

    @GetMapping("/api/v1/settings")
    @Operation(summary = "Every setting with its value and where that comes from; of a secret its file")
    Listing<SettingJson> list() {
        return Listing.whole(settings.list(), SettingJson::of);
    }
}

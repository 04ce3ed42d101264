package org.plumbline.site.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names scripts may import (HTML Standard, section 8.1.5.3): the site's own and those of the modules. */
@Component
final class ImportMap {
    private static final List<String> OWN = List.of(
            "behaviours",
            "confirm",
            "copy",
            "drafts",
            "htmx",
            "keys",
            "palette",
            "summary",
            "theme",
            "rows",
            "menu",
            "tabs");

    private final Assets assets;
    private final List<ScriptModule> contributed;

    ImportMap(Assets assets, ObjectProvider<ScriptModule> contributed) {
        this.assets = assets;
        this.contributed = contributed.stream().toList();
    }

    String json() {
        return Stream.concat(
                        OWN.stream().map(name -> new ScriptModule("site/" + name, "site/js/" + name + ".js")),
                        contributed.stream())
                .map(script -> "\"" + script.name() + "\":\"" + assets.href(script.path()) + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }
}

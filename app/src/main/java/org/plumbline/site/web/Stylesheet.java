package org.plumbline.site.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One stylesheet out of many files: Tabler's part in the lowest layer, then ours in the order of
 * {@code site/css/order.txt}, then {@code static/assets/<module>/css/<layer>/*.css} of the other modules by path.
 */
final class Stylesheet {
    private static final List<String> LAYERS =
            List.of("tabler", "tokens", "base", "layout", "components", "pages", "state", "print");
    private static final String OF_MODULES = "classpath*:static/assets/*/css/*/*.css";
    private static final Pattern MODULE_FILE =
            Pattern.compile(".*static/assets/(?<path>(?<module>[a-z]+)/css/(?<layer>[a-z]+)/[a-z0-9-]+\\.css)");
    private static final Pattern ASSET_URL = Pattern.compile("\"asset:([^\"]+)\"");

    private final Assets assets;

    Stylesheet(Assets assets) {
        this.assets = assets;
    }

    byte[] content() {
        var css = new StringBuilder("@layer " + String.join(", ", LAYERS) + ";\n");
        css.append(text("site/css/fonts.css"));
        layer(css, "tabler", BaseRules.needed(text("webjars/tabler__core/dist/css/tabler.min.css")));
        for (String file : text("site/css/order.txt").lines().toList()) {
            layer(css, file.substring(0, file.indexOf('/')), text("site/css/" + file + ".css"));
        }
        for (Matcher file : filesOfModules()) {
            layer(css, file.group("layer"), text(file.group("path")));
        }
        return ASSET_URL
                .matcher(css)
                .replaceAll(url -> "\"" + assets.href(url.group(1)) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void layer(StringBuilder css, String layer, String rules) {
        if (!LAYERS.contains(layer)) {
            throw new IllegalStateException("Layer \"" + layer + "\" is not one of " + LAYERS);
        }
        css.append("@layer ").append(layer).append(" {\n").append(rules).append("}\n");
    }

    private String text(String path) {
        byte[] bytes = assets.bytes(path)
                .orElseThrow(() -> new IllegalStateException("The stylesheet lacks its part \"" + path + "\""));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<Matcher> filesOfModules() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(OF_MODULES))
                    .map(Stylesheet::matched)
                    .filter(file -> !file.group("module").equals("site"))
                    .sorted(Comparator.comparing(file -> file.group("path")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The style files of the modules cannot be listed", e);
        }
    }

    private static Matcher matched(Resource resource) {
        try {
            var file = MODULE_FILE.matcher(resource.getURL().toString());
            if (!file.matches()) {
                throw new IllegalStateException("Name style files <module>/css/<layer>/<name>.css, not " + resource);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("A style file has no address", e);
        }
    }
}

package org.plumbline.site.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/**
 * The files a page needs besides itself: {@code static/assets/<module>/...} of every module, files of WebJars as
 * {@code webjars/<name>/<file>} without the version, and the one stylesheet {@code site/plumbline.css}.
 */
@Component
public final class Assets {
    static final String ROOT = "/assets/";
    static final String STYLESHEET = "site/plumbline.css";
    private static final String OWN = "static/assets/";
    private static final String WEBJARS = "webjars/";

    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();
    private final WebJarVersionLocator webjars = new WebJarVersionLocator();

    /**
     * The address of a file, fingerprinted so that browsers may keep it for ever.
     *
     * @param path such as {@code documents/viewer.js} or {@code webjars/htmx.org/dist/htmx.min.js}
     * @throws IllegalStateException when there is no such file
     */
    public String href(String path) {
        return find(path)
                .orElseThrow(() -> new IllegalStateException("There is no asset \"" + path + "\""))
                .href();
    }

    /** The file of a path without fingerprint. */
    Optional<Asset> find(String path) {
        Optional<Asset> seen = known.get(path);
        if (seen == null) {
            seen = read(path);
            if (seen.isPresent()) { // unknown paths are not kept: anyone can ask for them
                known.put(path, seen);
            }
        }
        return seen;
    }

    /** The bytes of a file on the class path, where an asset of this path exists. */
    Optional<byte[]> bytes(String path) {
        return place(path)
                .map(ClassPathResource::new)
                .filter(ClassPathResource::exists)
                .map(Assets::bytes);
    }

    private Optional<Asset> read(String path) {
        if (path.equals(STYLESHEET)) {
            return Optional.of(Asset.of(path, new Stylesheet(this).content()));
        }
        return bytes(path).map(content -> Asset.of(path, content));
    }

    private Optional<String> place(String path) {
        if (path.contains("..") || path.contains("//") || path.contains("\\") || !MediaTypes.known(path)) {
            return Optional.empty();
        }
        return path.startsWith(WEBJARS) ? webjar(path.substring(WEBJARS.length())) : Optional.of(OWN + path);
    }

    private Optional<String> webjar(String nameAndFile) {
        int slash = nameAndFile.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        webjars.fullPath(nameAndFile.substring(0, slash), nameAndFile.substring(slash + 1)));
    }

    private static byte[] bytes(ClassPathResource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Asset " + resource.getPath() + " cannot be read", e);
        }
    }
}

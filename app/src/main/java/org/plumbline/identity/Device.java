package org.plumbline.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The family of a browser and of what it runs on, out of what it says of itself (RFC 9110, section 10.1.5). Versions
 * and models are left out: they would make a profile of a person, and nobody needs them to know their own browser.
 *
 * @param browser such as {@code firefox}; {@code other} when it is none of the known
 * @param system such as {@code linux}; {@code other} likewise
 */
record Device(String browser, String system) {
    /** Order matters: most name several others, for compatibility. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "edge",
            "OPR/",
            "opera",
            "SamsungBrowser/",
            "samsung",
            "FxiOS/",
            "firefox",
            "Firefox/",
            "firefox",
            "CriOS/",
            "chrome",
            "Chrome/",
            "chrome",
            "Chromium/",
            "chrome",
            "Safari/",
            "safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iphone",
            "iPad",
            "ipad",
            "Android",
            "android",
            "Windows",
            "windows",
            "Mac OS X",
            "macos",
            "CrOS",
            "chromeos",
            "Linux",
            "linux");

    static Device of(String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(Map<String, String> known, String userAgent) {
        return known.entrySet().stream()
                .filter(one -> userAgent.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}

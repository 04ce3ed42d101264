package org.plumbline.acceptance.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every route of pages and API, as the application's controllers declare them. */
final class Doors {
    private Doors() {}

    /** Method and pattern, in order; signing in and out and what has no records behind it are left out. */
    static List<String> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var routes = new TreeSet<String>();
        scanner.findCandidateComponents("org.plumbline").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .flatMap(method -> routes(type, method))
                        .forEach(routes::add));
        return routes.stream()
                .filter(route -> !route.matches("\\w+ /(sign-|command|assets|error|_gallery|healthz|account/tokens).*"))
                .toList();
    }

    private static Stream<String> routes(Class<?> type, Method method) {
        @Nullable RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        @Nullable RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return own == null
                ? Stream.empty()
                : Arrays.stream(own.method())
                        .flatMap(verb ->
                                paths(above).flatMap(prefix -> paths(own).map(path -> verb + " " + prefix + path)))
                        .map(route -> route.replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"));
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

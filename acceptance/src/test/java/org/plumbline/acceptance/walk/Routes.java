package org.plumbline.acceptance.walk;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/** The addresses that answer a GET with a page or a part of one, as the application's controllers declare them. */
final class Routes {
    private Routes() {}

    /** Patterns such as {@code /cases/{caseId}/journal}, in order; what answers with bytes or JSON is left out. */
    static SortedSet<String> ofPages() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var patterns = new TreeSet<String>();
        scanner.findCandidateComponents("org.plumbline").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .filter(type -> !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(Routes::showsAPage)
                        .flatMap(method -> patterns(type, method))
                        .forEach(patterns::add));
        return patterns;
    }

    private static boolean showsAPage(Method method) {
        @Nullable RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping != null
                && Arrays.asList(mapping.method()).contains(RequestMethod.GET)
                && !AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class)
                && !ResponseEntity.class.isAssignableFrom(method.getReturnType());
    }

    private static Stream<String> patterns(Class<?> type, Method method) {
        @Nullable RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        @Nullable RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return paths(above)
                .flatMap(prefix -> paths(own).map(path -> prefix + path))
                // A variable's rule says nothing of the page.
                .map(path -> path.replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"));
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

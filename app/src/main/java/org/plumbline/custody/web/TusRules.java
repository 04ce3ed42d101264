package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What tus 1.0.0 asks of every request and every answer: the version, said by both sides. */
@Configuration(proxyBeanMethods = false)
class TusRules implements WebMvcConfigurer {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Versions()).addPathPatterns("/api/v1/uploads", "/api/v1/uploads/**");
    }

    private static final class Versions implements HandlerInterceptor {
        /** Reading how an upload stands as JSON is no part of tus, and asking what is spoken needs no version. */
        private static final Set<String> WITHOUT = Set.of("GET", "OPTIONS");

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader(RESUMABLE, VERSION);
            @Nullable String asked = request.getHeader(RESUMABLE);
            if (!WITHOUT.contains(request.getMethod()) && !VERSION.equals(asked)) {
                response.setHeader("Tus-Version", VERSION);
                throw Refusal.of(
                                Refusal.Kind.PRECONDITION,
                                "tus-version",
                                Map.of("asked", asked == null ? "" : asked, "spoken", VERSION))
                        .asException();
            }
            return true;
        }
    }
}

package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.plumbline.watching.Obstacles;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes nothing new while it can't be recorded: every write is refused with the reason, before its body is read. People
 * still come in, choose their purpose, read, and go; administrators still get a support bundle. Where nothing can be
 * read either, {@link LastResort} refuses before this.
 */
@Configuration(proxyBeanMethods = false)
class ObstacleRules implements WebMvcConfigurer {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Obstacles obstacles;

    ObstacleRules(Obstacles obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new BeforeWrite(obstacles))
                .excludePathPatterns(
                        "/sign-in/**",
                        "/sign-out",
                        "/purpose",
                        "/cases/*/purpose",
                        "/account/sessions/**",
                        "/admin/support-bundle",
                        "/api/v1/admin/support-bundle");
    }

    private record BeforeWrite(Obstacles obstacles) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!READS.contains(request.getMethod())) {
                obstacles.toWriting().ifPresent(obstacle -> {
                    throw Standstill.refusal(obstacle).asException();
                });
            }
            return true;
        }
    }
}

package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.plumbline.kernel.Refusal;
import org.plumbline.watching.DiskReserve;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes nothing new while the disk has its reserve left only: every write is refused with the reason, before its body
 * is read. People still come in, choose their purpose, read, and go; administrators still get a support bundle.
 */
@Configuration(proxyBeanMethods = false)
class ReserveRules implements WebMvcConfigurer {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final DiskReserve reserve;

    ReserveRules(DiskReserve reserve) {
        this.reserve = reserve;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new BeforeWrite(reserve))
                .excludePathPatterns(
                        "/sign-in/**",
                        "/sign-out",
                        "/purpose",
                        "/cases/*/purpose",
                        "/account/sessions/**",
                        "/admin/support-bundle",
                        "/api/v1/admin/support-bundle");
    }

    private record BeforeWrite(DiskReserve reserve) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!READS.contains(request.getMethod()) && reserve.isReached()) {
                throw Refusal.of(Refusal.Kind.UNAVAILABLE, "disk-reserve", Map.of())
                        .asException();
            }
            return true;
        }
    }
}

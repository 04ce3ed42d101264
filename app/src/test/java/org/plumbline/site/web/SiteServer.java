package org.plumbline.site.web;

import example.pages.ExamplePages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;
import org.plumbline.site.Phrasebook;
import org.plumbline.watching.DiskReserve;
import org.plumbline.watching.Obstacles;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The site module alone, with one invented person signed in; no database, no other module. Nothing here is a bean by
 * annotation: the application's own tests scan this package too.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
})
@ComponentScan(basePackageClasses = SiteServer.class)
@Import({Phrasebook.class, ExamplePages.class, DiskReserve.class, Obstacles.class})
class SiteServer {
    static final Instant NOW = Instant.parse("2026-11-20T08:42:00Z");

    public static void main(String[] arguments) {
        SpringApplication.run(SiteServer.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.disable())
                .build();
    }

    @Bean
    SignedIn signedIn() {
        return new SignedIn();
    }

    @Bean
    FrameFacts facts() {
        return new Facts();
    }

    @Bean
    Place home() {
        return new Place("home", "home", "/", 10, acting -> true);
    }

    @Bean
    Place cases() {
        return new Place("cases", "folders", "/cases", 20, acting -> true);
    }

    @Bean
    Place search() {
        return new Place("search", "search", "/search", 30, acting -> true);
    }

    @Bean
    Place oversight() {
        return new Place("oversight", "shield-check", "/oversight", 40, acting -> acting.is(Role.OVERSEER));
    }

    @Bean
    Place gallery() {
        return new Place("gallery", "table", "/_gallery", 50, acting -> true);
    }

    @Bean
    Place admin() {
        return new Place("admin", "settings", "/admin", 100, acting -> true);
    }

    private static final class Facts implements FrameFacts {
        @Override
        public String organisation(Optional<Acting> acting) {
            return "Harbour Authority Inspectorate";
        }

        @Override
        public ZoneId zone(Optional<Acting> acting) {
            return ZoneId.of("Europe/Oslo");
        }

        @Override
        public Optional<Purpose> purpose(Acting acting) {
            return Optional.of(new Purpose("2031-0007", "Berth fee reconciliation", Optional.empty()));
        }

        @Override
        public int notices(Acting acting) {
            return 5;
        }
    }

    /** Signs in whoever sends no {@code Stranger} header. */
    static final class SignedIn extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getHeader("Stranger") != null) {
                chain.doFilter(request, response);
                return;
            }
            request.setAttribute(FrameFactory.ENTRY, "481 207");
            Exception failure = Acting.as(acting(), () -> {
                try {
                    chain.doFilter(request, response);
                    return new Exception("none");
                } catch (IOException | ServletException e) {
                    return e;
                }
            });
            switch (failure) {
                case IOException e -> throw e;
                case ServletException e -> throw e;
                default -> {}
            }
        }

        private static Acting acting() {
            return new Acting(
                    new MemberId(UUID.fromString("019a0000-0000-7000-8000-000000000001")),
                    "Mara Quill",
                    new OrganisationId(UUID.fromString("019a0000-0000-7000-8000-000000000002")),
                    Set.of(Role.INVESTIGATOR),
                    "session",
                    Acting.Channel.PAGE,
                    Optional.empty());
        }
    }
}

package org.plumbline.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.ways.SiteAddress;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Who may reach a URL at all: signed in or not. What a person may do there is decided by {@code access}. */
@Configuration(proxyBeanMethods = false)
class Security {
    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/**",
        "/assets/**",
        "/webjars/**",
        "/healthz",
        "/error",
        "/favicon.ico",
        "/_gallery",
        "/command/**",
        "/witness/add-checkpoint"
    };

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SignIn signIn) throws Exception {
        http.authorizeHttpRequests(
                        a -> a.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> {})
                .csrf(csrf -> csrf.ignoringRequestMatchers(Security::carriesToken)
                        .ignoringRequestMatchers("/command/**", "/witness/**"))
                // The site's own filter sets every header, on every answer.
                .headers(headers -> headers.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(Security::signInFirst))
                .addFilterBefore(new BearerFilter(signIn), CsrfFilter.class)
                .addFilterAfter(new ActingFilter(signIn), AuthorizationFilter.class);
        return http.build();
    }

    /** Requests are timed once, by the web server; a timer around each filter of the chain told nobody anything. */
    @Bean
    SecurityObservationSettings noTimerAFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** Two requests of one session may keep the same attribute at once: the second insert then becomes an update. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgreSql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Where people come over https, the session's cookie never goes another way, also behind a proxy. */
    @Bean
    DefaultCookieSerializerCustomizer cookieOverHttps(SiteAddress address) {
        return cookie -> {
            if (address.origin().startsWith("https:")) {
                cookie.setUseSecureCookie(true);
            }
        };
    }

    /** Signing in is done by our own pages; this keeps the framework from inventing an account. */
    @Bean
    UserDetailsService noAccountsOfTheFramework() {
        return name -> {
            throw new UsernameNotFoundException("The framework signs nobody in");
        };
    }

    /** A request with a token carries no cookie's authority, so it needs no protection against forged forms. */
    private static boolean carriesToken(HttpServletRequest request) {
        return request.getHeader("Authorization") != null && request.getSession(false) == null;
    }

    private static void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Problem.write(response, 401, "sign-in-needed", "Send a token as \"Authorization: Bearer TOKEN\"");
            return;
        }
        response.sendRedirect("/sign-in");
    }
}

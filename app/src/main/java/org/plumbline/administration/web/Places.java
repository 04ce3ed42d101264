package org.plumbline.administration.web;

import org.plumbline.kernel.Role;
import org.plumbline.site.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of administrators at the foot of the rail; what waits for a second person, in it. */
@Configuration(value = "administrationPlaces", proxyBeanMethods = false)
class Places {
    @Bean
    Place placeAdmin() {
        return new Place("admin", "settings", "/admin", 100, acting -> acting.is(Role.ADMINISTRATOR));
    }

    /** Also for overseers, who confirm roles. */
    @Bean
    Place placeConfirmations() {
        return new Place(
                "confirmations",
                "signature",
                "/confirmations",
                80,
                acting -> acting.is(Role.ADMINISTRATOR) || acting.is(Role.OVERSEER));
    }
}

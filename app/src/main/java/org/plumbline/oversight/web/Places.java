package org.plumbline.oversight.web;

import org.plumbline.kernel.Role;
import org.plumbline.site.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of overseers in the rail. */
@Configuration(value = "oversightPlaces", proxyBeanMethods = false)
class Places {
    /** Overseers come to them from the trail. */
    @Bean
    Place placeErasures() {
        return new Place("erasures", "eye-off", "/oversight/erasures", 71, acting -> acting.is(Role.ADMINISTRATOR));
    }

    @Bean
    Place placeOversight() {
        return new Place("oversight", "shield-check", "/oversight", 70, acting -> acting.is(Role.OVERSEER));
    }
}

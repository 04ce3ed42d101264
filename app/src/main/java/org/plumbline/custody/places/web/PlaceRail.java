package org.plumbline.custody.places.web;

import java.util.Set;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.site.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is where, and storage places, in the rail, for people who work with exhibits. */
@Configuration(proxyBeanMethods = false)
class PlaceRail {
    private static final Set<Role> READERS = Set.of(Role.INVESTIGATOR, Role.SUPERVISOR, Role.EVIDENCE_CUSTODIAN);

    @Bean
    Place placeCustody() {
        return new Place("custody", "arrows-exchange", "/custody", 48, PlaceRail::handles);
    }

    @Bean
    Place placeStorage() {
        return new Place("storage", "package", "/storage-places", 50, PlaceRail::handles);
    }

    private static boolean handles(Acting acting) {
        return READERS.stream().anyMatch(acting::is);
    }
}

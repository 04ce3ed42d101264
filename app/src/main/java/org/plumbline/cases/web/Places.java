package org.plumbline.cases.web;

import org.plumbline.site.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Places of the rail: home for everybody, cases for those whose roles have content. */
@Configuration(value = "casePlaces", proxyBeanMethods = false)
class Places {
    @Bean
    Place placeHome() {
        return new Place("home", "home", "/", 10, acting -> true);
    }

    @Bean
    Place placeCases() {
        return new Place("cases", "folders", "/cases", 20, HomePage::worksOnCases);
    }
}

package org.plumbline.search.web;

import java.util.Set;
import org.plumbline.cases.web.CaseTab;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.site.web.Place;
import org.plumbline.site.web.ScriptModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where search stands: in the rail, for people who work on cases, and among the tabs of each case. */
@Configuration(proxyBeanMethods = false)
class SearchPlaces {
    private static final Set<Role> READERS = Set.of(Role.INVESTIGATOR, Role.SUPERVISOR, Role.EVIDENCE_CUSTODIAN);

    @Bean
    Place searchPlace() {
        return new Place("search", "search", "/search", 40, SearchPlaces::reads);
    }

    @Bean
    CaseTab caseTabSearch() {
        return new CaseTab("search", "/search", 55);
    }

    @Bean
    ScriptModule searchMarks() {
        return new ScriptModule("search/marks", "search/marks.js");
    }

    private static boolean reads(Acting acting) {
        return READERS.stream().anyMatch(acting::is);
    }
}

package org.plumbline.cases.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tabs of this module. Later modules put theirs between Subjects (40) and Access (900). */
@Configuration(proxyBeanMethods = false)
class CaseTabs {
    @Bean
    CaseTab caseTabOverview() {
        return new CaseTab("overview", "", 10);
    }

    @Bean
    CaseTab caseTabJournal() {
        return new CaseTab("journal", "/journal", 20);
    }

    @Bean
    CaseTab caseTabTasks() {
        return new CaseTab("tasks", "/tasks", 30);
    }

    @Bean
    CaseTab caseTabSubjects() {
        return new CaseTab("subjects", "/subjects", 40);
    }

    @Bean
    CaseTab caseTabAccess() {
        return new CaseTab("access", "/access", 900);
    }

    @Bean
    CaseTab caseTabProtection() {
        return new CaseTab("protection", "/protection", 905);
    }

    @Bean
    CaseTab caseTabTrail() {
        return new CaseTab("trail", "/trail", 910);
    }
}

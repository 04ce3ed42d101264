package org.plumbline.reports.web;

import org.plumbline.cases.web.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where reports stand among the tabs of a case. */
@Configuration(proxyBeanMethods = false)
class ReportPlaces {
    @Bean
    CaseTab caseTabReports() {
        return new CaseTab("reports", "/reports", 600);
    }
}

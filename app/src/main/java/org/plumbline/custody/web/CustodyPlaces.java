package org.plumbline.custody.web;

import org.plumbline.cases.web.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where exhibits stand among the tabs of a case. */
@Configuration(proxyBeanMethods = false)
class CustodyPlaces {
    @Bean
    CaseTab caseTabExhibits() {
        return new CaseTab("exhibits", "/exhibits", 100);
    }
}

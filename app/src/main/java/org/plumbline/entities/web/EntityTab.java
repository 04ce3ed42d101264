package org.plumbline.entities.web;

import org.plumbline.cases.web.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of this module in every case. */
@Configuration(proxyBeanMethods = false)
class EntityTab {
    @Bean
    CaseTab caseTabEntities() {
        return new CaseTab(EntitiesController.TAB, "/entities", 300);
    }
}

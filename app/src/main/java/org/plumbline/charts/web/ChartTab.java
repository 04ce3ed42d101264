package org.plumbline.charts.web;

import org.plumbline.cases.web.CaseTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of charts, after documents and entities. */
@Configuration(proxyBeanMethods = false)
class ChartTab {
    static final String KEY = "charts";

    @Bean
    CaseTab caseTabCharts() {
        return new CaseTab(KEY, "/charts", 400);
    }
}

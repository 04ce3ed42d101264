package org.plumbline.documents.web;

import org.plumbline.cases.web.CasePanel;
import org.plumbline.cases.web.CaseTab;
import org.plumbline.site.web.ScriptModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where documents stand among the tabs and panels of a case, and the names their scripts import. */
@Configuration(proxyBeanMethods = false)
class DocumentPlaces {
    @Bean
    CaseTab caseTabDocuments() {
        return new CaseTab("documents", "/documents", 110);
    }

    @Bean
    CasePanel casePanelIngestion() {
        return new CasePanel("ingestion", "/ingestions", 100);
    }

    @Bean
    ScriptModule resumableUploads() {
        return new ScriptModule("documents/resumable", "documents/resumable.js");
    }

    @Bean
    ScriptModule chosenFiles() {
        return new ScriptModule("documents/chosen", "documents/chosen.js");
    }

    @Bean
    ScriptModule pdfjs() {
        return new ScriptModule("pdfjs", "webjars/pdfjs-dist/build/pdf.min.mjs");
    }
}

package org.plumbline.watching;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What watching asks of the web server. */
@Configuration(proxyBeanMethods = false)
class WatchingConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> accessLines(MeterRegistry registry) {
        return server -> server.addEngineValves(new AccessLines(new RequestTimes(registry)));
    }
}

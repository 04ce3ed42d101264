package org.plumbline.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What watching asks of the web server. Without a port for figures none are kept. */
@Configuration(proxyBeanMethods = false)
class WatchingConfiguration {
    private static final String PORT = "plumbline.metrics.port";

    @Bean
    @ConditionalOnProperty(PORT)
    PrometheusMeterRegistry figures() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    @ConditionalOnProperty(PORT)
    MetricsDoor metricsDoor(@Value("${plumbline.metrics.port}") int port, PrometheusMeterRegistry registry) {
        return new MetricsDoor(port, registry);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> accessLines(
            MeterRegistry registry, ObjectProvider<MetricsDoor> door) {
        return server -> {
            server.addEngineValves(new AccessLines(new RequestTimes(registry)));
            Optional.ofNullable(door.getIfAvailable()).ifPresent(own -> {
                server.addAdditionalConnectors(own.connector());
                server.addEngineValves(own.guard());
            });
        };
    }
}

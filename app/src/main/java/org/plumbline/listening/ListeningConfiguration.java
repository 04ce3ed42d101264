package org.plumbline.listening;

import java.util.Arrays;
import java.util.Optional;
import org.plumbline.settings.Network;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the settings ask of the web server. */
@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {
    private static final int READ_BYTES = 1 << 17;

    @Bean
    @ConditionalOnProperty("server.ssl.bundle")
    CommandDoor commandDoor() {
        return new CommandDoor();
    }

    /** What a large file comes through: with the server's own 8 KiB each of its gigabytes takes 131,072 reads. */
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> largeReads() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appReadBufSize", Integer.toString(READ_BYTES)));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> proxiesAndDoor(
            @Value("${plumbline.behind-proxy:}") String proxies, ObjectProvider<CommandDoor> door) {
        return server -> {
            if (!proxies.isBlank()) {
                server.addEngineValves(new ProxyValve(Arrays.stream(proxies.split(","))
                        .map(network -> Network.parse(network.strip()))
                        .toList()));
            }
            Optional.ofNullable(door.getIfAvailable()).ifPresent(own -> {
                server.addAdditionalConnectors(own.connector());
                server.addEngineValves(own.guard());
            });
        };
    }
}

package org.plumbline.custody.vault;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Leaves the vault unsealed where the bench measures what sealing costs. It stands in the vault's own package and on
 * the bench's class path alone: the application has nothing that does this, whatever is set.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "plumbline.bench.unsealed", havingValue = "true")
class UnsealedVault {
    @Bean
    Segments.Seal seal() {
        return (key, header) -> new OpenSegments();
    }
}

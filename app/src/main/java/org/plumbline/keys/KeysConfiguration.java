package org.plumbline.keys;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of the data folder that the server runs over. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    /** Where the server is started without its command, which opens the master key before anything else. */
    @Bean
    @ConditionalOnMissingBean
    MasterKeys masterKeys(
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.key-file:}") String file,
            @Value("${plumbline.key-from:}") String command) {
        return MasterKeys.open(data, KeySource.of(file, command));
    }

    @Bean
    KeyFolder keyFolder(@Value("${plumbline.data}") Path data, MasterKeys masters, Clock clock) {
        return new KeyFolder(data, masters, clock);
    }
}

package org.plumbline.entities;

import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vocabulary and its policy, read once. */
@Configuration(proxyBeanMethods = false)
class VocabularyConfiguration {
    @Bean
    Vocabulary vocabulary() {
        return Vocabulary.load();
    }

    @Bean
    Policy vocabularyPolicy(Vocabulary vocabulary) {
        return Policy.load(vocabulary);
    }
}

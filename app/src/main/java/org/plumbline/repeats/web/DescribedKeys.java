package org.plumbline.repeats.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description names the key on each write. */
@Configuration(proxyBeanMethods = false)
class DescribedKeys {
    private static final String WHAT =
            "Sent again within 24 hours with the same key, query, If-Match and body, a write is answered as the first"
                    + " time and nothing is done twice; with others it is refused (422, idempotency-key-reused). While"
                    + " the first is not answered yet: 409, idempotency-key-in-use. A refusal leaves the key free.";

    @Bean
    OpenApiCustomizer keysOfWrites() {
        return description -> description
                .getPaths()
                .values()
                .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                    if (IdempotencyKeys.WRITING.contains(method.name())) {
                        describe(operation);
                    }
                }));
    }

    private static void describe(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(IdempotencyKeys.KEY)
                .description(WHAT)
                .required(false)
                .schema(new StringSchema().minLength(1).maxLength(200)));
    }
}

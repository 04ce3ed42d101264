package org.plumbline.cases.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";

    /** Names properties as answers do, which {@code spring.jackson} decides. */
    @Bean
    ModelResolver namedAsAnswered() {
        var mapper = Json31.mapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new ShapeNames()).openapi31(true);
    }

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info().title("Plumbline").version("1"))
                .components(new Components().addSecuritySchemes(TOKEN, bearer))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Shapes of several controllers may share a name: each is told with that of the class it is declared in. */
    private static final class ShapeNames extends TypeNameResolver {
        @Override
        protected String nameForClass(Class<?> shape, Set<Options> options) {
            Class<?> declaring = shape.getDeclaringClass();
            String own = super.nameForClass(shape, options);
            return declaring == null ? own : declaring.getSimpleName() + own;
        }
    }
}

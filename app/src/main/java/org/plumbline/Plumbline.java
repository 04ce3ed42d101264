package org.plumbline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.plumbline.command.Commands;
import org.plumbline.kernel.Ids;
import org.plumbline.keys.MasterKeys;
import org.plumbline.settings.Settings;
import org.plumbline.watching.LogFiles;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

/** The application's entry: the first word of the command line says what to do. */
@SpringBootApplication
public class Plumbline {
    /** Runs a command; {@code serve} and {@code demo} stay, every other command ends with its exit code. */
    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "--help" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        int exit = Commands.run(command, rest, Plumbline::serve);
        if (exit >= 0) {
            System.exit(exit);
        }
    }

    private static void serve(Map<String, Object> properties, Settings settings, MasterKeys keys) {
        var application = new SpringApplication(Plumbline.class);
        application.setDefaultProperties(log(properties, settings));
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.addListeners(new EndWhenTaken());
        application.addInitializers(context -> {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("plumbline settings", properties));
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("masterKeys", keys);
        });
        // No file that happens to lie in the working folder is read: what is set is set in one known place.
        var context = application.run("--spring.config.location=classpath:/");
        if (Boolean.getBoolean("plumbline.train")) {
            // A training run for the JDK's start-up cache: started fully, then ended in order.
            System.exit(SpringApplication.exit(context));
        }
    }

    /** Before anything starts, or its first lines would be lost. */
    private static Map<String, Object> log(Map<String, Object> properties, Settings settings) {
        Path data = Path.of(String.valueOf(properties.getOrDefault("plumbline.data", "plumbline-data")));
        try {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                    LoggerFactory.getLogger(Plumbline.class).error("A thread ended", failure));
            return LogFiles.of(settings, data).made().properties();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the log can't be made", e);
        }
    }

    /** Where the server is started without its command, as tests do. */
    @Bean
    @ConditionalOnMissingBean
    Settings settings() {
        return Settings.none();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, RandomGenerator random) {
        return new Ids(clock, random);
    }
}

package org.plumbline.custody.vault;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much the vault holds, counted beside everything else and again only after a while: it may have many files. */
@Component
class VaultSize implements MeterBinder {
    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Path vault;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile double bytes = Double.NaN;
    private volatile long countedAt = System.nanoTime() - EVERY_NANOS;

    VaultSize(@Value("${plumbline.data}") Path data) {
        this.vault = data.resolve("vault");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.vault.size", this, VaultSize::newest)
                .description("What the vault holds")
                .baseUnit("bytes")
                .register(registry);
    }

    /** As it was counted last; not a number before the first time. */
    private double newest() {
        if (System.nanoTime() - countedAt >= EVERY_NANOS && counting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("vault-size").start(this::count);
        }
        return bytes;
    }

    private void count() {
        var sum = new LongAdder();
        try {
            if (Files.isDirectory(vault)) {
                Files.walkFileTree(vault, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        sum.add(attributes.size());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE; // A part that was dropped meanwhile.
                    }
                });
            }
            bytes = sum.sum();
        } catch (IOException e) {
            bytes = Double.NaN;
        } finally {
            countedAt = System.nanoTime();
            counting.set(false);
        }
    }
}

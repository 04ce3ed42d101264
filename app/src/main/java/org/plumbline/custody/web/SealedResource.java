package org.plumbline.custody.web;

import java.io.IOException;
import java.io.InputStream;
import org.plumbline.custody.Original;
import org.springframework.core.io.AbstractResource;

/** An original as the web server sends it, whole or in ranges: opened once more for each reader. */
final class SealedResource extends AbstractResource {
    private final Original original;

    SealedResource(Original original) {
        this.original = original;
    }

    @Override
    public String getDescription() {
        return "content " + original.content().id();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return original.bytes().stream();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public long contentLength() {
        return original.bytes().length();
    }
}

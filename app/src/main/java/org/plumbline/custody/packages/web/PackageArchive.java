package org.plumbline.custody.packages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.plumbline.custody.packages.Packages;
import org.plumbline.site.web.ContentPolicy;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A package as the web server sends it: put together again as it is read, never as a whole in memory or on disk. */
final class PackageArchive extends AbstractResource {
    private final Packages.Opened opened;

    private PackageArchive(Packages.Opened opened) {
        this.opened = opened;
    }

    static ResponseEntity<Resource> save(Packages.Opened opened, HttpServletResponse response) {
        ContentPolicy.untrusted(response);
        String name = ContentDisposition.attachment()
                .filename(opened.bag().folder() + ".zip", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .header(HttpHeaders.ETAG, "\"" + opened.made().digest() + "\"")
                .body(new PackageArchive(opened));
    }

    @Override
    public String getDescription() {
        return "package " + opened.made().id();
    }

    @Override
    public InputStream getInputStream() {
        return opened.bag().openZip();
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
        return opened.made().bytes();
    }
}

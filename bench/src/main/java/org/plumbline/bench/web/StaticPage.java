package org.plumbline.bench.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A page out of memory: what the server does for any request, and nothing more. */
@RestController
final class StaticPage {
    static final String PATH = "/bench/static/";
    private static final String HEAD = "<!doctype html><title>static</title><p>";

    private final ConcurrentHashMap<Integer, byte[]> pages = new ConcurrentHashMap<>();

    @GetMapping(PATH + "{bytes}")
    ResponseEntity<byte[]> page(@PathVariable int bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .body(pages.computeIfAbsent(bytes, StaticPage::filled));
    }

    private static byte[] filled(int size) {
        byte[] page = Arrays.copyOf(HEAD.getBytes(StandardCharsets.US_ASCII), size);
        for (int i = HEAD.length(); i < size; i++) {
            page[i] = (byte) (i % 80 == 0 ? '\n' : 'a' + i % 23);
        }
        return page;
    }
}

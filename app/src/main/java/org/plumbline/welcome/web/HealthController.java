package org.plumbline.welcome.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 200 when pages answer: the server listens and the records answer. */
@RestController
class HealthController {
    private final JdbcClient db;

    HealthController(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/healthz")
    ResponseEntity<String> health() {
        db.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok\n");
    }
}

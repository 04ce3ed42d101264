package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.plumbline.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves assets: for ever under their fingerprinted address, with a check on each use under the plain one. An address
 * with an outdated fingerprint is not there.
 */
@Controller
final class AssetController {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/**")
    void asset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getRequestURI().substring(Assets.ROOT.length());
        String path = Asset.withoutPrint(asked);
        Asset asset = assets.find(path).orElseThrow(() -> Refusal.absent().asException());
        if (!asked.equals(path) && !request.getRequestURI().equals(asset.href())) {
            throw Refusal.absent().asException();
        }
        String tag = "\"" + asset.href() + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, asked.equals(path) ? "no-cache" : FOR_EVER);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
        } else {
            write(asset, request, response);
        }
    }

    private static void write(Asset asset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = asset.gzip().length > 0 && acceptsGzip(request);
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = gzip ? asset.gzip() : asset.content();
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}

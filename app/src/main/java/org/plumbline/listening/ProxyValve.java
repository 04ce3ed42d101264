package org.plumbline.listening;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.plumbline.settings.Network;

/**
 * Believes what a request says of where it comes from only when it was handed on by a proxy of these networks: the last
 * address that is not such a proxy's sent it ({@code X-Forwarded-For}), by this scheme ({@code X-Forwarded-Proto}). The
 * host is never taken from a request.
 */
final class ProxyValve extends ValveBase {
    private static final int HTTPS_PORT = 443;

    private final List<Network> proxies;

    ProxyValve(List<Network> proxies) {
        super(true);
        this.proxies = List.copyOf(proxies);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (address(request.getPeerAddr()).filter(this::isProxy).isPresent()) {
            sender(request).ifPresent(sender -> {
                request.setRemoteAddr(sender);
                request.setRemoteHost(sender);
            });
            if ("https".equalsIgnoreCase(last(request, "X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                request.setServerPort(HTTPS_PORT);
            }
        }
        getNext().invoke(request, response);
    }

    /** From the end: each proxy adds whom it heard. What stands before a word that is no address is anybody's. */
    private Optional<String> sender(Request request) {
        Optional<String> sender = Optional.empty();
        for (String heard : heard(request, "X-Forwarded-For").reversed()) {
            Optional<InetAddress> address = address(heard);
            if (address.isEmpty()) {
                return sender;
            }
            sender = Optional.of(address.get().getHostAddress());
            if (!isProxy(address.get())) {
                return sender;
            }
        }
        return sender;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String last(Request request, String header) {
        List<String> heard = heard(request, header);
        return heard.isEmpty() ? "" : heard.getLast();
    }

    private static List<String> heard(Request request, String header) {
        var all = new ArrayList<String>();
        for (String value : Collections.list(request.getHeaders(header))) {
            all.addAll(Arrays.asList(value.split(",")));
        }
        return all.stream().map(String::strip).toList();
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(Network.numeric(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

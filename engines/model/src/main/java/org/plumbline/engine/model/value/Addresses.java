package org.plumbline.engine.model.value;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.engine.model.value.Checked.Invalid;
import org.plumbline.engine.model.value.Checked.Valid;

/** Normal forms of what is reached over a network. Nothing is looked up. */
final class Addresses {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto");
    // The unquoted local part of RFC 5321 4.1.2.
    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    // E.164: a plus sign and at most fifteen digits.
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final Pattern PHONE_MARKS = Pattern.compile("[\\s()./-]+");

    private Addresses() {}

    static Checked url(String raw) {
        try {
            URI uri = new URI(raw.contains(":") ? raw : "https://" + raw);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme) || (uri.getHost() == null && !scheme.equals("mailto"))) {
                return new Invalid(Fault.NOT_A_URL, "http, https, ftp or mailto with a host");
            }
            if (scheme.equals("mailto")) {
                return new Valid("mailto:" + uri.getRawSchemeSpecificPart());
            }
            return new Valid(scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + afterHost(uri));
        } catch (URISyntaxException e) {
            return new Invalid(Fault.NOT_A_URL, "a URI by RFC 3986");
        }
    }

    static Checked email(String raw) {
        int at = raw.lastIndexOf('@');
        String local = at < 0 ? "" : raw.substring(0, at);
        String host = asciiHost(raw.substring(at + 1));
        boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        if (dots || !LOCAL.matcher(local).matches() || !HOST.matcher(host).matches()) {
            return new Invalid(Fault.NOT_AN_EMAIL, "name@host.tld");
        }
        return new Valid(local + "@" + host);
    }

    static Checked phone(String raw) {
        String digits = PHONE_MARKS.matcher(raw).replaceAll("");
        String plus = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return PHONE.matcher(plus).matches()
                ? new Valid(plus)
                : new Invalid(Fault.NOT_A_PHONE, "+ country and number, 6 to 15 digits");
    }

    static Checked ip(String raw) {
        try {
            return new Valid(InetAddress.ofLiteral(raw).getHostAddress());
        } catch (IllegalArgumentException e) {
            return new Invalid(Fault.NOT_AN_IP, "an IPv4 or IPv6 address");
        }
    }

    private static String afterHost(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return path + query + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    }

    private static String asciiHost(String host) {
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

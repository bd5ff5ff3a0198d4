package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of a web page: {@code http://localhost:3000}, or {@code null} where its browser keeps it to itself.
 *
 * @param text in lower case
 */
record Origin(String text) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+.-]*://[^/?#@*\\s]+)/?");
    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/?#]+).*", Pattern.CASE_INSENSITIVE);

    Origin {
        text = text.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException where it is no origin
     */
    static Origin parse(String setting) {
        Matcher form = FORM.matcher(setting.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "LAGUNA_ORIGINS has \"" + setting.strip()
                            + "\", which is no origin of a web page. One looks like http://localhost:3000; there is none for all.");
        }
        return new Origin(form.group(1));
    }

    static Optional<Origin> ofReferer(WireRequest request) {
        return Headers.first(request, "referer")
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(address -> new Origin(address.group(1)));
    }

    /** Tells whether the page came from this endpoint, under the name by which the page now calls it. */
    boolean isOwn(WireRequest request) {
        return Headers.first(request, "host")
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> text.equals("http://" + host) || text.equals("https://" + host))
                .isPresent();
    }

    boolean isHidden() {
        return text.equals("null");
    }
}

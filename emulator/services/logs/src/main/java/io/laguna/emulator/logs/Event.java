package io.laguna.emulator.logs;

import io.laguna.emulator.kit.request.PageToken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A log event in the state; times are milliseconds since 1970. */
record Event(Place place, String stream, long ingested, String message) {
    /** The place of an event among all of its group: by its time, and then in the order of arrival. */
    record Place(long time, long id) {
        /** Before all events. */
        static final Place BEGIN = new Place(-1, 0);

        /** After all events. */
        static final Place END = new Place(Long.MAX_VALUE, 0);

        private static final Pattern TEXT = Pattern.compile("(-?\\d{1,19})/(\\d{1,18})");

        String token() {
            return PageToken.after(time + "/" + id);
        }

        static Optional<Place> read(String token) {
            return PageToken.key(token)
                    .map(TEXT::matcher)
                    .filter(Matcher::matches)
                    .map(parts -> new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
        }
    }
}

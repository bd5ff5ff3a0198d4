package io.laguna.emulator.s3.notification;

import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.Event;

/**
 * The names of events, by which configurations ask for them: one, or all of a kind.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">Event
 *     types</a>
 */
final class EventNames {
    private static final String PREFIX = "s3:";
    private static final String ALL = ":*";
    private static final Set<String> KNOWN =
            Event.knownValues().stream().map(Event::toString).collect(Collectors.toUnmodifiableSet());

    private EventNames() {}

    /** Tells whether a configuration that asks by a name gets an event. */
    static boolean asks(String asked, ObjectEvent.Name event) {
        return covers(asked, event.awsName());
    }

    /** Tells whether a configuration may ask by a name. Some of these events never happen here, like those of replication. */
    static boolean isKnown(String asked) {
        return KNOWN.contains(asked);
    }

    /** Tells whether two names have an event in common. */
    static boolean overlap(String one, String other) {
        return one.equals(other)
                || covers(one, other.substring(PREFIX.length()))
                || covers(other, one.substring(PREFIX.length()));
    }

    private static boolean covers(String asked, String event) {
        return asked.equals(PREFIX + event)
                || (asked.endsWith(ALL) && (PREFIX + event).startsWith(asked.substring(0, asked.length() - 1)));
    }
}

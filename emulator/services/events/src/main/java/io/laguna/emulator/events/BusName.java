package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way in which a request names an event bus: by its name or its ARN. */
record BusName(Caller owner, String name) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:events:([a-z0-9-]+):(\\d{12}):event-bus/([/.A-Za-z0-9_-]{1,256})");
    private static final Pattern NAME = Pattern.compile("[/.A-Za-z0-9_-]{1,256}");

    /** Reads the name; null stands for the default bus. */
    static BusName of(Caller caller, String given) {
        String text = Optional.ofNullable(given).orElse(BusRecord.DEFAULT);
        Matcher arn = ARN.matcher(text);
        if (arn.matches()) {
            return new BusName(new Caller(arn.group(2), arn.group(1)), arn.group(3));
        }
        if (!NAME.matcher(text).matches()) {
            throw Failures.validation("1 validation error detected: Value '" + text.replace('\0', '?')
                    + "' at 'eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " (arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[/\\.\\-_A-Za-z0-9]+");
        }
        return new BusName(caller, text);
    }
}

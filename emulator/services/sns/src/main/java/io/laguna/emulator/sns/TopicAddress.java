package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a topic: whose it is, and its name. */
record TopicAddress(Caller owner, String name) {
    static final String FIFO = ".fifo";

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]+):(\\d{12}):([^:]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final int LONGEST_NAME = 256;

    /** Reads a topic's ARN. */
    static TopicAddress of(String member, String arn) {
        if (arn == null || arn.isEmpty()) {
            throw Failures.missing(member);
        }
        return find(arn)
                .orElseThrow(() -> Failures.parameter(member + " Reason: An ARN must have at least 6 elements,"
                        + " not " + arn.split(":", -1).length));
    }

    static Optional<TopicAddress> find(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(new TopicAddress(new Caller(matcher.group(2), matcher.group(1)), matcher.group(3)))
                : Optional.empty();
    }

    /** Checks the name of a topic to be made. */
    static void checkName(String name, boolean fifo) {
        if (name == null) {
            throw Failures.missing("Name");
        }
        boolean named = fifo
                ? name.endsWith(FIFO)
                        && name.length() <= LONGEST_NAME
                        && NAME.matcher(name.substring(0, name.length() - FIFO.length()))
                                .matches()
                : NAME.matcher(name).matches();
        if (!named) {
            throw Failures.parameter(
                    fifo
                            ? "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII"
                                    + " letters, numbers, underscores, and hyphens, and must be between 1 and 256"
                                    + " characters long."
                            : "Topic Name");
        }
    }

    boolean isFifo() {
        return name.endsWith(FIFO);
    }

    String arn() {
        return owner.arn("sns", name);
    }
}

package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a queue: whose it is, and its name. Its URL is that of the lake's endpoint with both as its path.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html">
 *     Queue and message identifiers</a>
 */
record QueueAddress(Caller owner, String name) {
    private static final Pattern URL = Pattern.compile("https?://[^/]+/(?:queue/)?(\\d{12})/([A-Za-z0-9_.-]{1,85})/?");
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:sqs:([a-z0-9-]+):(\\d{12}):([A-Za-z0-9_.-]{1,85})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int LONGEST_NAME = 80;

    static final String FIFO = ".fifo";

    /** Reads a queue's URL. Whatever host it names is that of the lake. */
    static QueueAddress ofUrl(Caller caller, String url) {
        if (url == null || url.isEmpty()) {
            throw Failures.missing("QueueUrl");
        }
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw Failures.address(url);
        }
        return new QueueAddress(new Caller(matcher.group(1), caller.region()), matcher.group(2));
    }

    /** Reads a queue's ARN. */
    static QueueAddress ofArn(String member, String arn) {
        Matcher matcher = ARN.matcher(arn == null ? "" : arn);
        if (!matcher.matches()) {
            throw Failures.value(String.valueOf(arn), member, "Must be the ARN of a queue.");
        }
        return new QueueAddress(new Caller(matcher.group(2), matcher.group(1)), matcher.group(3));
    }

    /** Checks the name of a queue to be made. */
    static void checkName(String name, boolean fifo) {
        if (name == null || name.isEmpty()) {
            throw Failures.missing("QueueName");
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
                            ? "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores,"
                                    + " must end with .fifo suffix and be 1 to 80 in length."
                            : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    String url(String endpoint) {
        return endpoint + "/" + owner.accountId() + "/" + name;
    }

    String arn() {
        return owner.arn("sqs", name);
    }
}

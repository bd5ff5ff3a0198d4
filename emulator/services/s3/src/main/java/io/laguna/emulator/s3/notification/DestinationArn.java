package io.laguna.emulator.s3.notification;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a function, queue or topic that a bucket notifies.
 *
 * @param qualifier a version or an alias of a function
 */
record DestinationArn(String text, Kind kind, Caller owner, String name, Optional<String> qualifier) {
    private static final String FIFO = ".fifo";

    /** The kinds of destinations, each with what S3 needs to be allowed there. */
    enum Kind {
        FUNCTION("lambda:([a-z0-9-]+):(\\d{12}):function:([a-zA-Z0-9-_]+)(?::(\\$LATEST|[a-zA-Z0-9-_]+))?"),
        QUEUE("sqs:([a-z0-9-]+):(\\d{12}):([A-Za-z0-9_-]+(?:\\.fifo)?)()"),
        TOPIC("sns:([a-z0-9-]+):(\\d{12}):([A-Za-z0-9_-]+(?:\\.fifo)?)()");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile("arn:aws[a-zA-Z-]*:" + form);
        }

        /** Returns the action that S3 calls there. */
        String action() {
            return switch (this) {
                case FUNCTION -> "lambda:InvokeFunction";
                case QUEUE -> "sqs:SendMessage";
                case TOPIC -> "sns:Publish";
            };
        }
    }

    /** Reads an ARN; empty for what is none of this kind. */
    static Optional<DestinationArn> of(Kind kind, String text) {
        Matcher parts = kind.form.matcher(text);
        return parts.matches()
                ? Optional.of(new DestinationArn(
                        text,
                        kind,
                        new Caller(parts.group(2), parts.group(1)),
                        parts.group(3),
                        Optional.ofNullable(parts.group(4)).filter(qualifier -> !qualifier.isEmpty())))
                : Optional.empty();
    }

    /** Tells whether it keeps an order, which S3 cannot send to. */
    boolean isFifo() {
        return kind != Kind.FUNCTION && name.endsWith(FIFO);
    }
}

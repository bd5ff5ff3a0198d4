package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARN of a queue. */
record QueueArn(Caller owner, String name) {
    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-zA-Z-]*:sqs:([a-z0-9-]+):(\\d{12}):([a-zA-Z0-9_-]{1,80}(?:\\.fifo)?)");

    static Optional<QueueArn> of(String arn) {
        Matcher parts = FORM.matcher(arn);
        return parts.matches()
                ? Optional.of(new QueueArn(new Caller(parts.group(2), parts.group(1)), parts.group(3)))
                : Optional.empty();
    }

    boolean isFifo() {
        return name.endsWith(".fifo");
    }
}

package io.laguna.emulator.sqs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The rules of requests with several entries, which succeed and fail one by one. */
final class Batches {
    private static final int MOST = 10;
    private static final String ID = "[A-Za-z0-9_-]{1,80}";

    private Batches() {}

    /**
     * Checks the number of entries and their ids.
     *
     * @param name what AWS calls an entry
     */
    static <T> void check(List<T> entries, Function<T, String> id, String name) {
        if (entries.isEmpty()) {
            throw Failures.emptyBatch(name);
        }
        if (entries.size() > MOST) {
            throw Failures.tooMany(entries.size());
        }
        Set<String> seen = new HashSet<>();
        for (T entry : entries) {
            String given = id.apply(entry);
            if (given == null || !given.matches(ID)) {
                throw Failures.entryId();
            }
            if (!seen.add(given)) {
                throw Failures.repeated(given);
            }
        }
    }

    static BatchResultErrorEntry failed(String id, SqsException failure) {
        return BatchResultErrorEntry.builder()
                .id(id)
                .code(failure.awsErrorDetails().errorCode())
                .message(failure.awsErrorDetails().errorMessage())
                .senderFault(true)
                .build();
    }
}

package io.laguna.pipelines.step;

import java.time.Duration;

/**
 * The result of a query that succeeded.
 *
 * @param location the {@code s3://} URI of its result: a CSV file with a header
 * @param scannedBytes what Athena read for it, and bills
 * @param elapsed from its submission to its end, the wait in a queue included
 */
public record Answer(Query query, String location, long scannedBytes, Duration elapsed) {}

package io.laguna.pipelines.profile;

import java.time.Duration;

/**
 * The longest waits of a run.
 *
 * @param poll between two questions for the state of steps
 * @param unanswered how long questions may stay without an answer, as when the network is away
 * @param deadline for a wave of steps, the start of their place included
 * @param logs for the log of a step that failed, which AWS delivers minutes later
 */
public record Patience(Duration poll, Duration unanswered, Duration deadline, Duration logs) {}

package io.laguna.pipelines.profile;

import java.util.Optional;

/**
 * The settings of a pipeline's functions.
 *
 * @param role the ARN of the role that the functions take on
 * @param schedule when cases are ingested: {@code rate(1 day)}, or a {@code cron(…)} of EventBridge
 * @param scheduled whether the schedule is on
 * @param source the portal that cases are from; without one, the one that publishes them
 */
public record FunctionSettings(String role, String schedule, boolean scheduled, Optional<String> source) {}

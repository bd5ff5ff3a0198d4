package io.laguna.pipelines.covid.sample;

/** How ill a person is while the case is open. */
enum Severity {
    ASYMPTOMATIC,
    MILD,
    MODERATE,
    SEVERE
}

package io.laguna.pipelines.covid.sample;

/** The severity of a person's illness while the case is open. */
enum Severity {
    ASYMPTOMATIC,
    MILD,
    MODERATE,
    SEVERE
}

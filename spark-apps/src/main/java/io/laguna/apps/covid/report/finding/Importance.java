package io.laguna.apps.covid.report.finding;

/**
 * The importance of one of the model's inputs.
 *
 * @param share of the forest's total gain, between 0 and 1
 */
public record Importance(String feature, double share) {}

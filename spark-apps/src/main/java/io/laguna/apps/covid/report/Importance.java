package io.laguna.apps.covid.report;

/**
 * How much the model leans on one of its inputs.
 *
 * @param share of the forest's total gain, between 0 and 1
 */
record Importance(String feature, double share) {}

package io.laguna.apps.covid.recovery;

/**
 * The measures of how well outcomes are told apart. Each is between 0 and 1.
 *
 * @param auc area under the ROC curve: how often a case that died is ranked above one that recovered
 * @param prAuc area under the curve of precision over recall of deaths
 * @param recallRecovered share of the recoveries that were told to be such
 * @param recallDied share of the deaths that were told to be such
 */
public record Quality(double auc, double prAuc, double recallRecovered, double recallDied) {}

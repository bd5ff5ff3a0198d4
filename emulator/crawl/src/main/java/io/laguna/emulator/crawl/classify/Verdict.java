package io.laguna.emulator.crawl.classify;

import io.laguna.emulator.crawl.finding.Finding;

/**
 * The word of a classifier on a file.
 *
 * @param certainty from 0 to 1
 * @param classifier its name, or a reason why there is none
 */
public record Verdict(Finding finding, double certainty, String classifier) {
    /** Tells whether no classifier knows the file. */
    public boolean isUnknown() {
        return certainty == 0;
    }
}

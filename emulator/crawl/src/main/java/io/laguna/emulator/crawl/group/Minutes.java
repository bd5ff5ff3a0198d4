package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.LogLine;
import java.util.ArrayList;
import java.util.List;

/** What a crawl has decided so far, and what it warns of. */
public final class Minutes {
    private final List<Decision> decisions = new ArrayList<>();
    private final List<LogLine> warnings = new ArrayList<>();

    /** Keeps a decision. */
    public void decide(String location, String reason) {
        decisions.add(new Decision(location, reason));
    }

    /** Keeps a warning for the log. */
    public void warn(String text) {
        warnings.add(LogLine.warn(text));
    }

    /** Returns the decisions in their order. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Returns the warnings in their order. */
    public List<LogLine> warnings() {
        return warnings;
    }
}

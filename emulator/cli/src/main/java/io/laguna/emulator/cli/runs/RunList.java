package io.laguna.emulator.cli.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The runs of several sources, the latest last. */
public final class RunList {
    private final List<RunSource> sources;
    private final Set<String> told = new HashSet<>();

    public RunList(List<RunSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Returns the latest runs, at most so many. */
    public List<RunLine> latest(int most) {
        List<RunLine> all = all();
        all.forEach(run -> told.add(run.key()));
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** Returns the runs that are new, or in another state, since this was last asked. */
    public List<RunLine> changed() {
        return all().stream().filter(run -> told.add(run.key())).toList();
    }

    private List<RunLine> all() {
        List<RunLine> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.read()));
        all.sort(Comparator.comparing(RunLine::startedAt));
        return all;
    }
}

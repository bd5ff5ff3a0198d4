package io.laguna.glue.bookmark;

import io.laguna.glue.storage.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The choice of the files that a run reads. With S the run's start, P the start of the last run that has committed, and B
 * the band: those written after P - B and not after S that were not read yet. Files newer than S are left to the next run.
 * The choice may be bounded: then the oldest are read, and the start that is remembered is the time of the last one.
 *
 * @param before what the last run has left, if there was one
 * @param start the start of this run
 * @param maxFiles how many files may be read at most
 * @param maxSize how many bytes may be read at most
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html">Tracking processed data using job
 *     bookmarks</a>
 */
public record FileWindow(Optional<FileState> before, Instant start, Duration band, long maxFiles, long maxSize) {

    /** The files that are read, and what is remembered when the run commits. */
    public record Selection(List<SourceFile> files, FileState after) {}

    public Selection select(List<SourceFile> listed) {
        long upper = start.toEpochMilli();
        long lower = before.map(FileWindow::lower).orElse(Long.MIN_VALUE);
        Set<String> known = before.map(FileState::read).orElse(Set.of());
        List<SourceFile> window = listed.stream()
                .filter(file -> file.modified() > lower && file.modified() <= upper)
                .sorted(Comparator.comparingLong(SourceFile::modified).thenComparing(SourceFile::path))
                .toList();
        List<SourceFile> fresh =
                window.stream().filter(file -> !known.contains(file.mark())).toList();
        List<SourceFile> taken = bounded(fresh);
        Instant reached = taken.size() < fresh.size() ? lastOf(taken) : start;
        Set<SourceFile> now = new HashSet<>(taken);
        Set<String> marks = new LinkedHashSet<>();
        long bandStart = reached.minus(band).toEpochMilli();
        for (SourceFile file : window) {
            if (file.modified() > bandStart && (now.contains(file) || known.contains(file.mark()))) {
                marks.add(file.mark());
            }
        }
        long run = before.map(FileState::run).orElse(0L) + 1;
        return new Selection(taken, new FileState(run, band, reached, marks));
    }

    private static long lower(FileState state) {
        return state.start().minus(state.band()).toEpochMilli();
    }

    private Instant lastOf(List<SourceFile> taken) {
        return taken.isEmpty()
                ? before.map(FileState::start).orElse(Instant.EPOCH)
                : Instant.ofEpochMilli(taken.get(taken.size() - 1).modified());
    }

    private List<SourceFile> bounded(List<SourceFile> files) {
        List<SourceFile> taken = new ArrayList<>();
        long size = 0;
        for (SourceFile file : files) {
            size += file.size();
            if (taken.size() >= maxFiles || size > maxSize) {
                return taken;
            }
            taken.add(file);
        }
        return taken;
    }
}

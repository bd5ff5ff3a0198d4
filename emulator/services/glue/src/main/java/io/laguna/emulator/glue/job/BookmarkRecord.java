package io.laguna.emulator.glue.job;

import software.amazon.awssdk.services.glue.model.JobBookmarkEntry;

/**
 * The bookmark of a job, as a run has left it.
 *
 * @param version moved by every change
 * @param run the number of the next run that reads by it, from 1 on
 * @param runId the run that left it; empty after a reset
 * @param previousRun the run before that one; empty where there is none
 * @param states the contexts' states as a JSON object
 */
record BookmarkRecord(int version, int run, int attempt, String runId, String previousRun, String states) {
    /** The bookmark of a job of which no run has committed. */
    static final BookmarkRecord NONE = new BookmarkRecord(0, 1, 0, "", "", "{}");

    /** Returns the bookmark after a commit of a run: "Version" is moved by its beginning and by its end. */
    BookmarkRecord committed(RunRecord by, String newStates) {
        boolean again = by.id().equals(runId);
        return new BookmarkRecord(
                version + 2,
                again ? run : run + 1,
                by.run().attempt(),
                by.id(),
                again ? previousRun : runId,
                newStates);
    }

    /** Returns the bookmark after it was reset to an earlier one. */
    BookmarkRecord rewound(BookmarkRecord to) {
        return new BookmarkRecord(version + 1, to.run, to.attempt, to.runId, to.previousRun, to.states);
    }

    JobBookmarkEntry entry(String job) {
        return JobBookmarkEntry.builder()
                .jobName(job)
                .version(version)
                .run(run)
                .attempt(attempt)
                .runId(runId.isEmpty() ? null : runId)
                .previousRunId(previousRun.isEmpty() ? null : previousRun)
                .jobBookmark(states)
                .build();
    }
}

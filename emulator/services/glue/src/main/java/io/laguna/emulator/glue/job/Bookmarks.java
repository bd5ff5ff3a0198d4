package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.GetJobBookmarkRequest;
import software.amazon.awssdk.services.glue.model.GetJobBookmarkResponse;
import software.amazon.awssdk.services.glue.model.ResetJobBookmarkRequest;
import software.amazon.awssdk.services.glue.model.ResetJobBookmarkResponse;

/**
 * The operations on bookmarks. Runs write them by a {@link BookmarkDoor}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuations.html">Job bookmarks</a>
 */
final class Bookmarks extends Room {
    private final Caller caller;
    private final State state;

    Bookmarks(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /** Returns a job's bookmark, or what one of its runs has left. */
    @Override
    public GetJobBookmarkResponse getJobBookmark(GetJobBookmarkRequest request) {
        check(request.jobName(), request.runId());
        JobKey key = JobKey.of(caller, request.jobName());
        BookmarkRecord found = state.read(handle -> {
                    BookmarkRecords bookmarks = new BookmarkRecords(handle);
                    return Optional.ofNullable(request.runId())
                            .map(run -> bookmarks.after(key, run))
                            .orElseGet(() -> bookmarks.find(key));
                })
                .orElseThrow(() -> JobFailures.noBookmark(request.jobName()));
        return GetJobBookmarkResponse.builder()
                .jobBookmarkEntry(found.entry(request.jobName()))
                .build();
    }

    /** Resets a bookmark, or rewinds it to what a run has left. A run that has read it before cannot commit any more. */
    @Override
    public ResetJobBookmarkResponse resetJobBookmark(ResetJobBookmarkRequest request) {
        check(request.jobName(), request.runId());
        JobKey key = JobKey.of(caller, request.jobName());
        BookmarkRecord reset = state.write(transaction -> {
            if (new JobRecords(transaction).lock(key).isEmpty()) {
                throw JobFailures.noJob(request.jobName());
            }
            BookmarkRecords bookmarks = new BookmarkRecords(transaction);
            BookmarkRecord now = bookmarks.find(key).orElseThrow(() -> JobFailures.noBookmark(request.jobName()));
            BookmarkRecord to = Optional.ofNullable(request.runId())
                    .map(run -> bookmarks.after(key, run).orElseThrow(() -> JobFailures.noRun(run)))
                    .orElse(BookmarkRecord.NONE);
            BookmarkRecord next = now.rewound(to);
            if (!bookmarks.replace(key, now.version(), next)) {
                throw JobFailures.moved(request.jobName());
            }
            return next;
        });
        return ResetJobBookmarkResponse.builder()
                .jobBookmarkEntry(reset.entry(request.jobName()))
                .build();
    }

    private static void check(String job, String run) {
        new Constraints().name("jobName", job).optionalName("runId", run).check();
    }
}

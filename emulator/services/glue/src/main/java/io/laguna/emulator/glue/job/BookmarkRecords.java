package io.laguna.emulator.glue.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The bookmarks of jobs in the state, over one connection to it. */
record BookmarkRecords(Handle handle) {
    private static final String OF_JOB = " where account = ? and region = ? and job = ?";
    private static final String COLUMNS = "version, run, attempt, run_id, previous_run, bookmark";

    Optional<BookmarkRecord> find(JobKey key) {
        return handle.select(
                        "select " + COLUMNS + " from glue_job_bookmark" + OF_JOB,
                        key.account(),
                        key.region(),
                        key.name())
                .map(BookmarkRecords::read)
                .findFirst();
    }

    /** Returns the bookmark as a run has left it. */
    Optional<BookmarkRecord> after(JobKey key, String run) {
        return handle.select(
                        "select " + COLUMNS + " from glue_job_bookmark_of_run" + OF_JOB + " and run_id = ?",
                        key.account(),
                        key.region(),
                        key.name(),
                        run)
                .map(BookmarkRecords::read)
                .findFirst();
    }

    /** Returns the bookmark as it was left by the last run that committed, up to and with a run. */
    Optional<BookmarkRecord> upTo(JobKey key, String run) {
        return handle.select(
                        "select " + COLUMNS + " from glue_job_bookmark_of_run" + OF_JOB
                                + " and run_id in (select id from glue_job_run where number <="
                                + " (select number from glue_job_run where id = ?)) order by version desc limit 1",
                        key.account(),
                        key.region(),
                        key.name(),
                        run)
                .map(BookmarkRecords::read)
                .findFirst();
    }

    /**
     * Replaces a bookmark, if its version is still the one that was read.
     *
     * @return whether it was
     */
    boolean replace(JobKey key, int version, BookmarkRecord next) {
        // Two first commits meet at the insert: the second waits for the first, and finds its version.
        handle.execute(
                "insert into glue_job_bookmark (account, region, job, " + COLUMNS
                        + ") values (?, ?, ?, 0, 1, 0, '', '', '{}') on conflict do nothing",
                key.account(),
                key.region(),
                key.name());
        return handle.execute(
                        "update glue_job_bookmark set version = ?, run = ?, attempt = ?, run_id = ?, previous_run = ?,"
                                + " bookmark = ?" + OF_JOB + " and version = ?",
                        next.version(),
                        next.run(),
                        next.attempt(),
                        next.runId(),
                        next.previousRun(),
                        next.states(),
                        key.account(),
                        key.region(),
                        key.name(),
                        version)
                == 1;
    }

    /** Keeps a bookmark as the one that its run has left. */
    void keep(JobKey key, BookmarkRecord left) {
        handle.execute(
                "insert into glue_job_bookmark_of_run (account, region, job, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (account, region, job, run_id) do update set"
                        + " version = excluded.version, run = excluded.run, attempt = excluded.attempt,"
                        + " previous_run = excluded.previous_run, bookmark = excluded.bookmark",
                key.account(),
                key.region(),
                key.name(),
                left.version(),
                left.run(),
                left.attempt(),
                left.runId(),
                left.previousRun(),
                left.states());
    }

    /** Deletes a job's bookmark, and all that its runs have left. */
    void delete(JobKey key) {
        for (String table : List.of("glue_job_bookmark", "glue_job_bookmark_of_run")) {
            handle.execute("delete from " + table + OF_JOB, key.account(), key.region(), key.name());
        }
    }

    private static BookmarkRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new BookmarkRecord(
                row.getInt("version"),
                row.getInt("run"),
                row.getInt("attempt"),
                row.getString("run_id"),
                row.getString("previous_run"),
                row.getString("bookmark"));
    }
}

package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.Load;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;

/** The end of a COPY in the cluster's history. */
record CopyEnd(
        Statement.Copy copy,
        LoadTable table,
        List<Source> sources,
        Load load,
        CopyJournal journal,
        LoadHistory history) {
    void completed() throws IOException {
        write("completed", "");
    }

    /** Notes that the COPY has failed, and returns why. */
    SqlFailure failed(SqlFailure failure) throws IOException {
        write(failure.state().equals("57014") ? "aborted" : "failed", failure.getMessage());
        return failure;
    }

    private void write(String status, String error) throws IOException {
        long bytes = sources.stream().mapToLong(Source::size).sum();
        history.note(
                "load_log(database, table_id, table_name, starttime, endtime, status, data_source, file_format,"
                        + " loaded_rows, loaded_bytes, source_file_count, source_file_bytes, error_count, error)",
                history.database(),
                table.oid(),
                table.name(),
                history.start(),
                LoadHistory.now(),
                status,
                copy.source(),
                journal.format(),
                status.equals("completed") ? load.loaded() : 0L,
                status.equals("completed") ? bytes : 0L,
                sources.size(),
                bytes,
                journal.errors(),
                error);
        history.write();
    }
}

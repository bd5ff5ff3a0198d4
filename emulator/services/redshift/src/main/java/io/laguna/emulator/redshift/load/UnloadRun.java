package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.unload.Layout;
import io.laguna.redshift.load.unload.Unload;
import io.laguna.redshift.load.unload.UnloadManifest;
import io.laguna.redshift.load.unload.WrittenFile;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** One UNLOAD, in the session's transaction. */
final class UnloadRun {
    /** The slices of the smallest node. */
    private static final int SLICES = 2;

    private final Statement.Unload unload;
    private final Scope scope;
    private final Workbench bench;
    private final LoadSettings settings;

    UnloadRun(Statement.Unload unload, Scope scope, Workbench bench, LoadSettings settings) {
        this.unload = unload;
        this.scope = scope;
        this.bench = bench;
        this.settings = settings;
    }

    String run() throws SqlFailure, IOException {
        S3Client s3 = settings.s3().get();
        Bucket bucket = new Bucket(s3, new Access(settings.roles()).of(unload.credentials(), scope, bench));
        try (LoadHistory history =
                LoadHistory.open(scope.cluster().administrator(bench.database()), LoadHistory.Who.of(bench))) {
            UnloadEnd end = new UnloadEnd(unload, history);
            try {
                write(bucket, end);
            } catch (SqlFailure failure) {
                throw end.failed(failure);
            } catch (S3Refused e) {
                throw end.failed(e.failure(bench));
            }
        }
        return "UNLOAD";
    }

    private void write(Bucket bucket, UnloadEnd end) throws SqlFailure, IOException {
        Location prefix = prefix();
        QueryColumns columns = QueryColumns.of(unload, bench);
        clear(bucket, prefix);
        Layout layout = new Layout(unload.format(), unload.options(), columns.all(), columns.kept());
        Uploads uploads = bucket.uploads(prefix);
        boolean done = false;
        try {
            Unload rows = new Unload(layout, columns.partitions(), SLICES, uploads);
            copyOut(columns.copySql(unload.query().text()), rows);
            rows.close();
            bench.checkCancelled();
            if (!unload.partitions().isEmpty()) {
                clearPartitions(bucket, prefix, rows.written());
            }
            uploads.complete();
            manifest(uploads, prefix, rows.written(), columns);
            done = true;
            end.completed(prefix, rows);
            bench.notice("INFO", "UNLOAD completed, " + rows.rows() + " record(s) unloaded successfully.");
        } finally {
            if (!done) {
                uploads.abort();
            }
        }
    }

    private void copyOut(String sql, Unload rows) throws SqlFailure, IOException {
        if (unload.format() instanceof DataFormat.Parquet) {
            AllDigits.copyOut(bench, sql, rows);
        } else {
            bench.copyOut(sql, rows);
        }
    }

    /** Returns what names of files follow: with PARTITION BY it is a folder. */
    private Location prefix() throws S3Refused {
        Location given = Objects.location(unload.target());
        boolean folder = !unload.partitions().isEmpty()
                && !given.key().isEmpty()
                && !given.key().endsWith("/");
        return folder ? new Location(given.bucket(), given.key() + "/") : given;
    }

    private void clear(Bucket bucket, Location prefix) throws SqlFailure, S3Refused {
        if (unload.options().has(LoadOption.ALLOWOVERWRITE)) {
            return;
        }
        List<Source> there = bucket.list(prefix);
        if (there.isEmpty() || cleansPartitions()) {
            return;
        }
        if (!unload.options().has(LoadOption.CLEANPATH)) {
            throw new SqlFailure(
                    "XX000",
                    "Specified unload destination on S3 is not empty. Consider using a different bucket / prefix,"
                            + " manually removing the target files in S3, or using the ALLOWOVERWRITE option.");
        }
        bucket.delete(there);
    }

    private boolean cleansPartitions() {
        return unload.options().has(LoadOption.CLEANPATH)
                && !unload.partitions().isEmpty();
    }

    /** Empties the folders of partitions that get new files. */
    private void clearPartitions(Bucket bucket, Location prefix, List<WrittenFile> files) throws S3Refused {
        if (!cleansPartitions()) {
            return;
        }
        List<String> folders = files.stream()
                .map(file -> file.name().substring(0, file.name().lastIndexOf('/') + 1))
                .distinct()
                .toList();
        for (String folder : folders) {
            bucket.delete(bucket.list(new Location(prefix.bucket(), prefix.key() + folder)));
        }
    }

    private void manifest(Uploads uploads, Location prefix, List<WrittenFile> files, QueryColumns columns)
            throws S3Refused {
        if (unload.options().has(LoadOption.MANIFEST)) {
            uploads.manifest(UnloadManifest.of(
                    prefix.toString(),
                    files,
                    columns.all(),
                    unload.format() instanceof DataFormat.Parquet,
                    unload.options().has(LoadOption.VERBOSE)));
        }
    }

    /** The end of an UNLOAD in the cluster's history. */
    private record UnloadEnd(Statement.Unload unload, LoadHistory history) {
        void completed(Location prefix, Unload rows) throws IOException {
            for (WrittenFile file : rows.written()) {
                history.note(
                        "unload_file(slice, path, starttime, endtime, line_count, transfer_size, file_format)",
                        file.slice(),
                        prefix + file.name(),
                        history.start(),
                        LoadHistory.now(),
                        file.rows(),
                        file.bytes(),
                        format().toUpperCase(Locale.ROOT));
            }
            write(
                    "completed",
                    rows.rows(),
                    rows.written().size(),
                    rows.written().stream().mapToLong(WrittenFile::bytes).sum(),
                    "");
        }

        SqlFailure failed(SqlFailure failure) throws IOException {
            write(
                    failure.state().equals("57014") ? "aborted" : "failed",
                    0,
                    0,
                    0,
                    Optional.ofNullable(failure.getMessage()).orElse(""));
            return failure;
        }

        private void write(String status, long rows, int files, long bytes, String error) throws IOException {
            history.note(
                    "unload_log(database, starttime, endtime, status, file_format, compression, location, rows,"
                            + " files, bytes, error)",
                    history.database(),
                    history.start(),
                    LoadHistory.now(),
                    status,
                    format(),
                    compression(),
                    unload.target(),
                    rows,
                    files,
                    bytes,
                    error);
            history.write();
        }

        private String format() {
            return unload.format() instanceof DataFormat.Delimited
                    ? "text"
                    : unload.format().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }

        private String compression() {
            for (LoadOption option : List.of(LoadOption.GZIP, LoadOption.BZIP2, LoadOption.ZSTD)) {
                if (unload.options().has(option)) {
                    return option.name().toLowerCase(Locale.ROOT);
                }
            }
            return "";
        }
    }
}

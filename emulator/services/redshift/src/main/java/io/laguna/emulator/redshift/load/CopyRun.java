package io.laguna.emulator.redshift.load;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.redshift.load.Load;
import io.laguna.redshift.load.LoadFailed;
import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.record.Assignment;
import io.laguna.redshift.load.record.InvalidPaths;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.value.Rules;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One COPY, in the session's transaction. */
final class CopyRun {
    private final Statement.Copy copy;
    private final Scope scope;
    private final Workbench bench;
    private final LoadSettings settings;

    CopyRun(Statement.Copy copy, Scope scope, Workbench bench, LoadSettings settings) {
        this.copy = copy;
        this.scope = scope;
        this.bench = bench;
        this.settings = settings;
    }

    String run() throws SqlFailure, IOException {
        LoadTable table = LoadTable.find(copy.table(), copy.columns(), copy.options(), bench);
        Bucket bucket = new Bucket(settings.s3().get(), new Access(settings.roles()).of(copy.credentials(), scope));
        try (LoadHistory history =
                LoadHistory.open(scope.cluster().administrator(bench.database()), LoadHistory.Who.of(bench))) {
            List<Source> sources = new Objects(bucket).of(copy);
            Order order = new Order(copy.format(), copy.options(), table.columns(), assignment(table, bucket), rules());
            CopyJournal journal = new CopyJournal(history, table, format());
            Load load = new Load(order, sources, bucket, journal);
            CopyEnd end = new CopyEnd(copy, table, sources, load, journal, history);
            try {
                load(load, table);
            } catch (SqlFailure failure) {
                throw end.failed(
                        load.failure().map(cause -> failure(cause, table)).orElse(failure));
            } catch (IOException e) {
                throw end.failed(failure(e, table));
            }
            end.completed();
            tell(load, journal, table);
        } catch (S3Refused e) {
            throw e.failure();
        } catch (InvalidPaths e) {
            throw new SqlFailure("XX000", e.getMessage());
        }
        if (copy.options().has(LoadOption.STATUPDATE) && copy.options().isOn(LoadOption.STATUPDATE)) {
            bench.execute("ANALYZE " + table.sql());
        }
        return "COPY";
    }

    private void load(Load load, LoadTable table) throws SqlFailure, IOException {
        try (load) {
            if (copy.options().has(LoadOption.NOLOAD)) {
                load.check();
            } else {
                Watched watched = new Watched(load, bench);
                bench.copyIn(table.copySql(), watched);
            }
        }
    }

    private void tell(Load load, CopyJournal journal, LoadTable table) throws IOException {
        bench.notice(
                "INFO",
                "Load into table '" + table.name() + "' completed, " + load.loaded()
                        + " record(s) loaded successfully.");
        if (journal.errors() > 0) {
            bench.notice(
                    "INFO",
                    "Load into table '" + table.name() + "' completed, " + journal.errors()
                            + " record(s) could not be loaded.  Check '" + errorsTable()
                            + "' system table for details.");
        }
        if (journal.replacements() > 0) {
            bench.notice(
                    "INFO",
                    "Load into table '" + table.name() + "' completed, " + journal.replacements()
                            + " record(s) were loaded with replacements made for ACCEPTINVCHARS. Check"
                            + " 'stl_replacements' system table for details.");
        }
    }

    private String errorsTable() {
        return scope.cluster().serverless() ? "sys_load_error_detail" : "stl_load_errors";
    }

    private SqlFailure failure(IOException cause, LoadTable table) {
        if (cause instanceof LoadFailed) {
            return new SqlFailure(
                    "XX000",
                    "Load into table '" + table.name() + "' failed.  Check '" + errorsTable()
                            + "' system table for details.");
        } else if (cause instanceof FileRefused && copy.format() instanceof DataFormat.Parquet) {
            return new SqlFailure("XX000", "Spectrum Scan Error")
                    .with('D', Detail.of("Spectrum Scan Error", Detail.SCAN, cause.getMessage(), "dory_util.cpp:1509"));
        } else if (cause instanceof S3Refused refused) {
            return refused.failure();
        } else if (cause instanceof Watched.Cancelled cancelled) {
            return cancelled.failure();
        }
        return new SqlFailure("XX000", Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
    }

    private String format() {
        DataFormat format = copy.format();
        return format instanceof DataFormat.Delimited
                ? "text"
                : format.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private Rules rules() throws SqlFailure, IOException {
        String zone = bench.query("SHOW timezone").get(0).get(0).orElse("UTC");
        try {
            return Rules.of(copy.options(), ZoneId.of(zone, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            return Rules.of(copy.options(), ZoneOffset.UTC);
        }
    }

    private Assignment assignment(LoadTable table, Bucket bucket) throws SqlFailure, IOException, InvalidPaths {
        DataFormat.Mapping mapping = new DataFormat.Mapping.Auto(false);
        if (copy.format() instanceof DataFormat.Json json) {
            mapping = json.mapping();
        } else if (copy.format() instanceof DataFormat.Avro avro) {
            mapping = avro.mapping();
        }
        if (mapping instanceof DataFormat.Mapping.Paths paths) {
            return Assignment.paths(
                    bucket.whole(Objects.location(paths.location())),
                    table.columns().size());
        } else if (mapping instanceof DataFormat.Mapping.Auto auto) {
            return new Assignment.ByName(
                    table.columns().stream().map(Target::name).toList(), auto.ignoresCase());
        }
        if (table.columns().size() != 1) {
            throw new SqlFailure("XX000", "JSON 'noshred' needs exactly one column, of type SUPER");
        }
        return new Assignment.Whole();
    }
}

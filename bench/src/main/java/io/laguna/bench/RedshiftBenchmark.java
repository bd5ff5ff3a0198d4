package io.laguna.bench;

import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The benchmark of Redshift: the way to the first query, SELECT 1 beside a PostgreSQL, COPY and UNLOAD of a million rows beside
 * what a PostgreSQL's own COPY and DuckDB take, ten times as many rows, Spectrum beside Athena, and fifty connections.
 */
public final class RedshiftBenchmark {
    private static final int ROUNDS = 3;
    private static final int ROWS = 1_000_000;
    private static final int STATEMENTS = 2_000;
    private static final int CONNECTIONS = 50;
    private static final String ROLE = " iam_role 'arn:aws:iam::000000000000:role/bench' ";
    private static final String COLUMNS =
            "(id bigint, name varchar(40), kind int, price numeric(10,2), rate double precision, day date,"
                    + " moment timestamp, flag boolean, note varchar(60), amount int)";
    private static final String GENERATE = "copy (select i::bigint as id, 'name ' || i as name, (i % 50)::int as kind,"
            + " (i % 10000 / 100.0)::decimal(10,2) as price, (i * 0.37)::double as rate, date '2020-01-01' + (i % 1000)::int as day,"
            + " timestamp '2020-01-01 00:00:00' + to_seconds(i) as moment, i % 2 = 0 as flag,"
            + " 'a note about row ' || i as note, (i % 977)::int as amount from range(" + ROWS + ") t(i)) to '";

    private RedshiftBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path home = Path.of(System.getProperty("laguna.home"));
        if (List.of(arguments).contains("--tpch")) {
            RedshiftTpch.run(home);
            return;
        }
        Path folder = Files.createTempDirectory(home.resolve("bench/target/redshift"), "lake");
        Workspace workspace = Workspace.of(home, folder);
        Figures figures = new Figures();
        Path csv = folder.resolve("rows.csv");
        Path parquet = folder.resolve("rows.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bench.duckdb"));
                PostgreSql plain =
                        new PostgreSql(Workspace.of(home, Files.createDirectories(folder.resolve("plain"))), 0);
                RedshiftSession session = new RedshiftSession(workspace)) {
            execute(duck, GENERATE + csv + "' (header false, delimiter ',')");
            execute(duck, GENERATE + parquet + "' (format parquet)");
            session.s3().putObject(put -> put.bucket(RedshiftSession.BUCKET).key("rows.csv"), csv);
            session.s3().putObject(put -> put.bucket(RedshiftSession.BUCKET).key("rows.parquet"), parquet);
            plain.start();
            first(session, figures);
            figures.add(
                    "memory at rest of a cluster",
                    String.format(Locale.ROOT, "%.0f MB", RedshiftSession.memory() / 1e6 / ROUNDS));
            DatabaseAccess access = plain.database("bench");
            try (Connection redshift = session.connect("bench0");
                    Connection postgresql =
                            DriverManager.getConnection(access.url(), access.user(), access.password())) {
                one(redshift, postgresql, figures);
                load(redshift, postgresql, duck, List.of(csv, parquet), figures);
                unload(redshift, figures);
                grow(session, redshift, csv, figures);
                RedshiftSpectrum.measure(session, redshift, COLUMNS, parquet, figures);
            }
            connections(session, figures);
        }
        figures.print();
        Tree.delete(folder);
    }

    /** Work that takes a time. */
    private interface Work {
        void run() throws IOException, InterruptedException, SQLException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException, SQLException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            work.run();
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        return Figures.median(seconds);
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static void first(RedshiftSession session, Figures figures)
            throws IOException, InterruptedException, SQLException {
        int[] number = {0};
        double seconds = seconds(() -> {
            String cluster = "bench" + number[0]++;
            session.create(cluster);
            try (Connection connection = session.connect(cluster)) {
                RedshiftSession.run(connection, "select 1");
            }
        });
        figures.add("create-cluster to the first query", text(seconds));
    }

    private static void one(Connection redshift, Connection postgresql, Figures figures)
            throws IOException, InterruptedException, SQLException {
        double through = micros(redshift);
        double direct = micros(postgresql);
        figures.add(
                "SELECT 1, median",
                String.format(Locale.ROOT, "%.0f µs", through),
                String.format(Locale.ROOT, "PostgreSQL direct: %.0f µs", direct),
                through / direct);
    }

    private static double micros(Connection connection) throws SQLException {
        List<Double> micros = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < STATEMENTS; i++) {
                long begun = System.nanoTime();
                statement.executeQuery("select 1").close();
                micros.add((System.nanoTime() - begun) / 1e3);
            }
        }
        return Figures.median(micros.subList(STATEMENTS / 2, STATEMENTS));
    }

    private static void load(
            Connection redshift, Connection postgresql, Connection duck, List<Path> files, Figures figures)
            throws IOException, InterruptedException, SQLException {
        double csv = seconds(() -> copy(redshift, "rows.csv' " + ROLE + "csv"));
        double parquet = seconds(() -> copy(redshift, "rows.parquet'" + ROLE + "parquet"));
        double plain = seconds(() -> {
            execute(postgresql, "drop table if exists rows; create table rows " + COLUMNS);
            try (Reader reader = Files.newBufferedReader(files.get(0), StandardCharsets.UTF_8)) {
                new CopyManager(postgresql.unwrap(BaseConnection.class)).copyIn("copy rows from stdin csv", reader);
            }
        });
        double duckCsv = seconds(() -> execute(
                duck,
                "create or replace table rows as select * from read_csv('" + files.get(0) + "', header = false)"));
        double duckParquet =
                seconds(() -> execute(duck, "create or replace table rows as select * from '" + files.get(1) + "'"));
        figures.add(
                "COPY of 1,000,000 rows of CSV",
                text(csv),
                "PostgreSQL's copy: " + text(plain) + "; DuckDB: " + text(duckCsv),
                csv / plain);
        figures.add(
                "COPY of 1,000,000 rows of Parquet",
                text(parquet),
                "PostgreSQL's copy of CSV: " + text(plain) + "; DuckDB: " + text(duckParquet),
                parquet / plain);
    }

    private static void copy(Connection redshift, String rest) throws SQLException {
        execute(redshift, "drop table if exists rows");
        execute(redshift, "create table rows " + COLUMNS);
        execute(redshift, "copy rows from 's3://" + RedshiftSession.BUCKET + "/" + rest);
    }

    /** Loads ten times as many rows in one COPY. */
    private static void grow(RedshiftSession session, Connection redshift, Path csv, Figures figures)
            throws IOException, InterruptedException, SQLException {
        for (int file = 0; file < 10; file++) {
            String key = "ten-csv/part-" + file;
            session.s3().putObject(put -> put.bucket(RedshiftSession.BUCKET).key(key), csv);
        }
        long begun = System.nanoTime();
        copy(redshift, "ten-csv/' " + ROLE + "csv");
        figures.add("COPY of 10,000,000 rows of CSV, once", text((System.nanoTime() - begun) / 1e9));
        execute(redshift, "drop table rows");
    }

    private static void unload(Connection redshift, Figures figures)
            throws IOException, InterruptedException, SQLException {
        for (String format : List.of("csv", "csv gzip", "parquet")) {
            double seconds = seconds(() -> execute(
                    redshift,
                    "unload ('select * from rows') to 's3://" + RedshiftSession.BUCKET + "/out/'" + ROLE + format
                            + " cleanpath"));
            figures.add("UNLOAD of 1,000,000 rows, " + format, text(seconds));
        }
    }

    private static void connections(RedshiftSession session, Figures figures)
            throws IOException, InterruptedException, SQLException {
        List<Connection> open = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            open.add(session.connect("bench0"));
        }
        for (Connection connection : open) {
            execute(connection, "select 1");
        }
        figures.add(CONNECTIONS + " connections, a query each", text((System.nanoTime() - begun) / 1e9));
        for (Connection connection : open) {
            connection.close();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        RedshiftSession.run(connection, sql);
    }
}

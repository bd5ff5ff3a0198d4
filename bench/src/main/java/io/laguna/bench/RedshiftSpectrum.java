package io.laguna.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** External tables of Redshift beside Athena on the same tables of the Data Catalog, of a million rows and of ten times as many. */
final class RedshiftSpectrum {
    private static final int ROUNDS = 3;
    private static final int FETCHED = 10_000;
    private static final long POLL_MILLIS = 20;
    private static final String DATABASE = "bench";
    private static final Map<String, String> QUESTIONS = questions();

    private RedshiftSpectrum() {}

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("count", "select count(*) from bench.%s");
        questions.put("filter", "select name, note from bench.%s where id = 777777");
        questions.put("group by", "select kind, sum(amount), avg(rate) from bench.%s group by kind");
        questions.put("all rows", "select * from bench.%s");
        return questions;
    }

    /**
     * Measures.
     *
     * @param columns the columns of the file
     * @param parquet a file with them
     */
    static void measure(RedshiftSession session, Connection redshift, String columns, Path parquet, Figures figures)
            throws IOException, InterruptedException, SQLException {
        RedshiftSession.run(
                redshift,
                "create external schema bench from data catalog database '" + DATABASE + "' iam_role"
                        + " 'arn:aws:iam::000000000000:role/bench' create external database if not exists");
        try (AthenaSession athena = new AthenaSession(session.clients())) {
            for (Map.Entry<String, Integer> table : Map.of("one", 1, "ten", 10).entrySet()) {
                for (int file = 0; file < table.getValue(); file++) {
                    String key = table.getKey() + "/part-" + file + ".parquet";
                    session.s3()
                            .putObject(put -> put.bucket(RedshiftSession.BUCKET).key(key), parquet);
                }
                RedshiftSession.run(
                        redshift,
                        "create external table bench." + table.getKey() + " " + columns
                                + " stored as parquet location 's3://" + RedshiftSession.BUCKET + "/" + table.getKey()
                                + "/'");
            }
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                for (String table : List.of("one", "ten")) {
                    String sql = String.format(Locale.ROOT, question.getValue(), table);
                    List<Double> spectrum = new ArrayList<>();
                    List<Double> beside = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        spectrum.add(seconds(redshift, sql));
                        beside.add(athena.seconds(sql, POLL_MILLIS));
                    }
                    double own = Figures.median(spectrum);
                    double other = Figures.median(beside);
                    figures.add(
                            "Spectrum: " + question.getKey()
                                    + (table.equals("one") ? ", 1,000,000 rows" : ", 10,000,000 rows"),
                            String.format(Locale.ROOT, "%.2f s", own),
                            String.format(Locale.ROOT, "Athena, to the first page: %.2f s", other),
                            own / other);
                }
            }
        }
    }

    /** Returns the seconds until all rows have come. */
    private static double seconds(Connection redshift, String sql) throws SQLException {
        redshift.setAutoCommit(false);
        long begun = System.nanoTime();
        try (Statement statement = redshift.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        redshift.commit();
        redshift.setAutoCommit(true);
        return seconds;
    }
}

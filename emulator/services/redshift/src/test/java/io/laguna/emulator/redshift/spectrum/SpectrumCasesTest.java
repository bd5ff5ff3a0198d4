package io.laguna.emulator.redshift.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.redshift.session.LiveCluster;
import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;

/** The cases of {@code cases.txt}: files in S3, statements by AWS's driver, and what comes of them. */
@ExtendWith({EngineLake.class, SpectrumLake.class})
class SpectrumCasesTest {
    private final SpectrumLake.Running lake;

    SpectrumCasesTest(SpectrumLake.Running lake) {
        this.lake = lake;
    }

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        String text;
        try (InputStream file = SpectrumCasesTest.class.getResourceAsStream("cases.txt")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (String part : text.split("(?m)^== ", -1)) {
            if (!part.startsWith("#")) {
                tests.add(DynamicTest.dynamicTest(part.lines().findFirst().orElseThrow(), () -> run(part)));
            }
        }
        return tests;
    }

    private void run(String part) throws SQLException {
        List<String> lines = part.lines().skip(1).toList();
        StringBuilder seen = new StringBuilder();
        Connection connection = lake.cluster().connect();
        try {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.startsWith("file ")) {
                    StringBuilder content = new StringBuilder();
                    while (i + 1 < lines.size() && lines.get(i + 1).startsWith("|")) {
                        content.append(lines.get(++i).substring(1)).append('\n');
                    }
                    put(line.substring("file ".length()), content.toString());
                } else if (line.startsWith("binary ")) {
                    String[] words = line.split(" ", -1);
                    putResource(words[1], words[2]);
                } else if (line.startsWith("duckdb ")) {
                    lake.duckDb(line.substring("duckdb ".length()));
                } else if (line.startsWith("as ")) {
                    connection.close();
                    connection = connect(line.substring("as ".length()));
                } else if (line.startsWith("> ")) {
                    StringBuilder sql = new StringBuilder(line.substring(2));
                    while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  ")) {
                        sql.append('\n').append(lines.get(++i));
                    }
                    seen.append("> ").append(sql).append('\n').append(answer(connection, sql.toString()));
                }
            }
        } finally {
            connection.close();
        }
        String expected = String.join(
                "\n",
                lines.stream()
                        .filter(line -> !line.isEmpty()
                                && !line.startsWith("file ")
                                && !line.startsWith("|")
                                && !line.startsWith("duckdb ")
                                && !line.startsWith("binary ")
                                && !line.startsWith("as ")
                                && !line.startsWith("#"))
                        .toList());
        assertThat(seen.toString().strip()).isEqualTo(expected.strip());
    }

    private Connection connect(String user) throws SQLException {
        return user.equals(LiveCluster.USER)
                ? lake.cluster().connect()
                : lake.cluster()
                        .connect("redshift", user, "Reader-1-password", LiveCluster.DATABASE, Map.of("ssl", "false"));
    }

    private void put(String key, String content) {
        lake.s3().putObject(request -> request.bucket(EngineLake.BUCKET).key(key), RequestBody.fromString(content));
    }

    private void putResource(String key, String name) {
        try (InputStream file = SpectrumCasesTest.class.getResourceAsStream(name)) {
            byte[] content = file.readAllBytes();
            lake.s3().putObject(request -> request.bucket(EngineLake.BUCKET).key(key), RequestBody.fromBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Connection connection, String sql) {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                rows(statement.getResultSet(), text);
            }
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                text.append("INFO ").append(notice.getMessage()).append('\n');
            }
        } catch (SQLException e) {
            text.append("ERROR ").append(e.getSQLState()).append(": ");
            String message = String.valueOf(e.getMessage()).replaceFirst("^ERROR: ", "");
            text.append(message.lines().findFirst().orElse("")).append('\n');
        }
        return text.toString();
    }

    private static void rows(ResultSet rows, StringBuilder text) throws SQLException {
        int width = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= width; i++) {
                text.append(i == 1 ? "" : ", ").append(rows.getString(i));
            }
            text.append('\n');
        }
    }
}
